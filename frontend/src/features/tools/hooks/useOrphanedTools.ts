import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { handOverTool, listOrphanedTools } from '../api/orphans';

/** Tools that nobody answers for, and giving one to a person; what another administrator gave away is read again. */
export function useOrphanedTools() {
  const client = useQueryClient();
  const queryKey = ['orphaned-tools'];
  return {
    query: useInfiniteQuery({
      queryKey,
      queryFn: ({ pageParam }) => listOrphanedTools(pageParam),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextCursor,
    }),
    handOver: useMutation({
      mutationFn: ({ toolId, personId }: { toolId: string; personId: string }) =>
        handOverTool(toolId, personId),
      onSettled: () => client.invalidateQueries({ queryKey }),
    }),
  };
}
