import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { DocumentItem } from '@/lib/api/types';
import { deleteDocument, downloadAddress, listDocuments, retryDocument } from '../api/documents';

/** While something moves, ask again; slower the longer nothing has changed. */
const POLL_MS = [1_000, 1_500, 2_500, 4_000, 8_000, 15_000];

const moving = ({ status, meaningFailure }: DocumentItem) =>
  status !== 'READY' && status !== 'FAILED' && !meaningFailure;

const fingerprint = (items: DocumentItem[]) =>
  items.map(({ id, status, embeddedCount }) => `${id}${status}${embeddedCount}`).join();

const patience = new Map<string, { print: string; calm: number }>();

function nextPoll(collectionId: string, items: DocumentItem[] | undefined): number | false {
  if (!items?.some(moving)) {
    patience.delete(collectionId);
    return false;
  }
  const print = fingerprint(items);
  const before = patience.get(collectionId);
  const calm = before?.print === print ? before.calm + 1 : 0;
  patience.set(collectionId, { print, calm });
  return POLL_MS[Math.min(Math.floor(calm / 2), POLL_MS.length - 1)]!;
}

/** A collection's documents with their states, followed live while any is on its way. */
export function useDocuments(collectionId: string, search: string) {
  const query = useInfiniteQuery({
    queryKey: ['documents', collectionId, search],
    queryFn: ({ pageParam }) => listDocuments(collectionId, search, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      nextPoll(
        collectionId,
        state.data?.pages.flatMap(({ items }) => items),
      ),
  });
  return { query, documents: query.data?.pages.flatMap(({ items }) => items) };
}

export function useDocumentChanges(collectionId: string) {
  const client = useQueryClient();
  const onSuccess = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['documents', collectionId] }),
      client.invalidateQueries({ queryKey: ['collections'] }),
    ]);
  return {
    remove: useMutation({ mutationFn: (id: string) => deleteDocument(id), onSuccess }),
    retry: useMutation({ mutationFn: (id: string) => retryDocument(id), onSuccess }),
    download: useMutation({
      mutationFn: (id: string) => downloadAddress(id),
      onSuccess: ({ url }) => location.assign(url),
    }),
  };
}
