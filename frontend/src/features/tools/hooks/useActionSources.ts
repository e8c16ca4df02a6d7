import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  compareActionSource,
  createActionSource,
  deleteActionSource,
  getActionHosts,
  listActionCalls,
  listActionChanges,
  listActionSources,
  putActionHosts,
  putActionSecret,
  renewActionSource,
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
      mutationFn: ({ action, ...change }: { action: ToolAction } & Parameters<typeof setAction>[1]) =>
        setAction(action, change),
      onSuccess: again,
    }),
    putSecret: useMutation({
      mutationFn: ({ id, ...secret }: { id: string; header: string; value: string }) =>
        putActionSecret(id, secret),
      onSuccess: again,
    }),
  };
}

/** A source read again: first how it differs, then just that taken over. */
export function useActionRenewal(sourceId: string) {
  const client = useQueryClient();
  return {
    compare: useMutation({
      mutationFn: (document: string | undefined) => compareActionSource(sourceId, document),
    }),
    renew: useMutation({
      mutationFn: ({ expected, document }: { expected: string; document: string | undefined }) =>
        renewActionSource(sourceId, expected, document),
      onSuccess: () => client.invalidateQueries({ queryKey: sources }),
    }),
  };
}

/** Who changed what of sources, actions and hosts. */
export const useActionChangeLog = () =>
  useInfiniteQuery({
    queryKey: ['action-changes'],
    queryFn: ({ pageParam }) => listActionChanges(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
