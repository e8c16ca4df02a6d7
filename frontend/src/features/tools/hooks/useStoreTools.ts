import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getStoreTool, listStoreTools } from '../api/store';

/** The live tools that the person may use, searched by their words. */
export const useStoreTools = (query: string) =>
  useInfiniteQuery({
    queryKey: ['store', 'list', query],
    queryFn: ({ pageParam }) => listStoreTools(query, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const useStoreTool = (toolId: string) =>
  useQuery({
    queryKey: ['store', 'tool', toolId],
    enabled: !!toolId,
    queryFn: () => getStoreTool(toolId),
  });
