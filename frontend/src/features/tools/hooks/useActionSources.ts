import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  createActionSource,
  deleteActionSource,
  getActionHosts,
  listActionCalls,
  listActionSources,
  putActionHosts,
  setAction,
} from '../api/actions';
import type { ToolAction } from '@/lib/api/types';

const sources = ['action-sources'];
const hosts = ['action-hosts'];

/** APIs whose operations tools may call. */
export const useActionSources = () => useQuery({ queryKey: sources, queryFn: listActionSources });

/** The hosts that actions may reach. */
export const useActionHosts = () => useQuery({ queryKey: hosts, queryFn: getActionHosts });

/** What tools called outside. */
export const useActionCalls = () =>
  useInfiniteQuery({
    queryKey: ['action-calls'],
    queryFn: ({ pageParam }) => listActionCalls(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });

/** What administrators change of both. */
export function useActionChanges() {
  const client = useQueryClient();
  const again = () => Promise.all([sources, hosts].map((queryKey) => client.invalidateQueries({ queryKey })));
  return {
    create: useMutation({ mutationFn: createActionSource, onSuccess: again }),
    remove: useMutation({ mutationFn: deleteActionSource, onSuccess: again }),
    putHosts: useMutation({ mutationFn: putActionHosts, onSuccess: again }),
    set: useMutation({
      mutationFn: ({ action, writing }: { action: ToolAction; writing: boolean }) =>
        setAction(action, writing),
      onSuccess: again,
    }),
  };
}
