import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { createCollection, deleteCollection, listCollections, renameCollection } from '../api/collections';

/** The collections that the person may read. */
export const useCollections = () => {
  const query = useInfiniteQuery({
    queryKey: ['collections'],
    queryFn: ({ pageParam }) => listCollections(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
  return { query, collections: query.data?.pages.flatMap(({ items }) => items) };
};

/** Making, renaming and deleting; the list follows. */
export function useCollectionChanges() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['collections'] });
  return {
    create: useMutation({ mutationFn: (name: string) => createCollection(name), onSuccess }),
    rename: useMutation({
      mutationFn: ({ id, name }: { id: string; name: string }) => renameCollection(id, name),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: (id: string) => deleteCollection(id), onSuccess }),
  };
}
