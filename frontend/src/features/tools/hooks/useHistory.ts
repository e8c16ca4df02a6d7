import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRevision, listHistory } from '../api/rollout';

/** What happened to a tool, the latest first; read again when it moved on. */
export const useHistory = (toolId: string, version: number) =>
  useInfiniteQuery({
    queryKey: ['tools', 'history', toolId, version],
    queryFn: ({ pageParam }) => listHistory(toolId, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });

/** What a revision was made of, and the one before; neither ever changes but for the latest sitting. */
export const useRevision = (toolId: string, revision: number) =>
  useQuery({
    queryKey: ['tools', 'revision', toolId, revision],
    queryFn: () => getRevision(toolId, revision),
  });
