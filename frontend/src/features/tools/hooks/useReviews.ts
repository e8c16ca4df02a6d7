import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { approveTool, listReviews, returnTool } from '../api/reviews';
import { useToolChanged } from './useTools';

/** What waits for a reviewer, the longest waiting first. */
export const useReviews = () =>
  useInfiniteQuery({
    queryKey: ['reviews'],
    queryFn: ({ pageParam }) => listReviews(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });

interface Decided {
  approved: boolean;
  version: number;
  comments: string;
  percent: number;
}

/** A reviewer's decision on the version that was looked at; where it stands is read again also when it was refused. */
export function useDecision(toolId: string) {
  const client = useQueryClient();
  const onSuccess = useToolChanged();
  return useMutation({
    mutationFn: ({ approved, version, comments, percent }: Decided) =>
      approved ? approveTool(toolId, version, comments, percent) : returnTool(toolId, version, comments),
    onSuccess,
    onError: () => client.invalidateQueries({ queryKey: ['tools', 'one', toolId] }),
  });
}
