import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { StoreOrder } from '@/lib/api/types';
import { getStoreTool, listStoreTools, markFavourite, markFeatured, type StoreQuery } from '../api/store';

const PAGE = 30;

/** The live tools that the person may use: in an order, of a category, searched by their words. */
export const useStoreTools = (asked: StoreQuery) =>
  useInfiniteQuery({
    queryKey: ['store', 'list', asked],
    queryFn: ({ pageParam }) => listStoreTools(asked, PAGE, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** The first few of an order. */
export const useFirstTools = (order: StoreOrder, count: number) =>
  useQuery({
    queryKey: ['store', 'first', order, count],
    queryFn: () => listStoreTools({ order }, count),
  });

export const useStoreTool = (toolId: string) =>
  useQuery({
    queryKey: ['store', 'tool', toolId],
    enabled: !!toolId,
    queryFn: () => getStoreTool(toolId),
  });

/** The person's own mark, and that of administrators. */
export function useToolMarks(toolId: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['store'] });
  return {
    favourite: useMutation({ mutationFn: (on: boolean) => markFavourite(toolId, on), onSuccess }),
    feature: useMutation({ mutationFn: (on: boolean) => markFeatured(toolId, on), onSuccess }),
  };
}
