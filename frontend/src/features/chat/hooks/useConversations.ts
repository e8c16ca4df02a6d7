import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { deleteConversation, listConversations, renameConversation } from '../api/conversations';

/** The person's conversations, the latest first, searched by their words. */
export const useConversations = (query: string) =>
  useInfiniteQuery({
    queryKey: ['conversations', query],
    queryFn: ({ pageParam }) => listConversations(query, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export function useRenameConversation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, title }: { id: string; title: string }) => renameConversation(id, title),
    onSuccess: (_, { id }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['conversations'] }),
        client.invalidateQueries({ queryKey: ['conversation', id] }),
      ]),
  });
}

export function useDeleteConversation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => deleteConversation(id),
    onSuccess: (_, id) => {
      client.removeQueries({ queryKey: ['conversation', id] });
      return client.invalidateQueries({ queryKey: ['conversations'] });
    },
  });
}
