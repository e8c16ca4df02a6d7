import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { changeModel, getModel } from '../api/collections';

export type Dimensions = Parameters<typeof changeModel>[2];

/** Whose vectors a collection's searches compare, followed while that changes. */
export function useCollectionModel(collectionId: string) {
  const client = useQueryClient();
  const key = ['collection-model', collectionId];
  const query = useQuery({
    queryKey: key,
    queryFn: () => getModel(collectionId),
    refetchInterval: ({ state }) => (state.data?.next ? 3_000 : false),
  });
  const change = useMutation({
    mutationFn: ({ model, dimensions }: { model: string; dimensions: Dimensions }) =>
      changeModel(collectionId, model, dimensions),
    onSuccess: (state) => client.setQueryData(key, state),
  });
  return { query, change };
}
