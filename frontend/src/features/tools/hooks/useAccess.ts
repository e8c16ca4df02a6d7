import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  declineAccess,
  findStoreTool,
  getFindable,
  grantAccess,
  listAccessRequests,
  putFindable,
  requestAccess,
} from '../api/access';

/** What everybody may know of a tool that can be found, and asking for it. */
export function useFinding(toolId: string, enabled: boolean) {
  const client = useQueryClient();
  const key = ['store', 'finding', toolId];
  return {
    query: useQuery({ queryKey: key, queryFn: () => findStoreTool(toolId), enabled }),
    ask: useMutation({
      mutationFn: (reason: string) => requestAccess(toolId, reason),
      onSuccess: (found) => client.setQueryData(key, found),
    }),
  };
}

/** Whether everybody may know of a tool, and saying so. */
export function useFindable(toolId: string) {
  const client = useQueryClient();
  const key = ['tools', 'findable', toolId];
  return {
    query: useQuery({ queryKey: key, queryFn: () => getFindable(toolId) }),
    put: useMutation({
      mutationFn: (findable: boolean) => putFindable(toolId, findable),
      onSuccess: (answer) => client.setQueryData(key, answer),
    }),
  };
}

/** Who waits to use the person's tools; what was decided meanwhile by another owner is read again. */
export function useAccessRequests() {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['access-requests'] }),
      client.invalidateQueries({ queryKey: ['tools', 'grants'] }),
    ]);
  return {
    query: useInfiniteQuery({
      queryKey: ['access-requests'],
      queryFn: ({ pageParam }) => listAccessRequests(pageParam),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextCursor,
    }),
    grant: useMutation({ mutationFn: (requestId: string) => grantAccess(requestId), onSettled }),
    decline: useMutation({
      mutationFn: ({ requestId, answer }: { requestId: string; answer: string }) =>
        declineAccess(requestId, answer),
      onSettled,
    }),
  };
}
