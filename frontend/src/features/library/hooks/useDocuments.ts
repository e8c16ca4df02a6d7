import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { DocumentItem, DocumentProperties } from '@/lib/api/types';
import {
  deleteDocument,
  downloadAddress,
  getStorage,
  listDocuments,
  listVersions,
  putProperties,
  retryDocument,
  retryDocuments,
  type DocumentsAsked,
} from '../api/documents';

/** While something moves, ask again; slower the longer nothing has changed. */
const POLL_MS = [1_000, 1_500, 2_500, 4_000, 8_000, 15_000];

const moving = ({ status, meaningFailure }: DocumentItem) =>
  status !== 'READY' && status !== 'FAILED' && !meaningFailure;

/** A newer version on its way moves its document too. */
const changing = (document: DocumentItem) =>
  moving(document) || (document.replacement !== undefined && document.replacement.status !== 'FAILED');

const fingerprint = (items: DocumentItem[]) =>
  items.map(({ id, status, embeddedCount }) => `${id}${status}${embeddedCount}`).join();

const patience = new Map<string, { print: string; calm: number }>();

function nextPoll(collectionId: string, items: DocumentItem[] | undefined): number | false {
  if (!items?.some(changing)) {
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
export function useDocuments(collectionId: string, asked: DocumentsAsked) {
  const query = useInfiniteQuery({
    queryKey: ['documents', collectionId, asked],
    queryFn: ({ pageParam }) => listDocuments(collectionId, asked, pageParam),
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

/** How much a collection holds. */
export const useStorage = (collectionId: string) =>
  useQuery({ queryKey: ['storage', collectionId], queryFn: () => getStorage(collectionId) });

/** A document's versions, newest first, followed while one is on its way. */
export const useVersions = (documentId: string) =>
  useQuery({
    queryKey: ['versions', documentId],
    queryFn: () => listVersions(documentId),
    refetchInterval: ({ state }) => (state.data?.items.some(moving) ? 1_500 : false),
  });

/** One after the other: a hundred calls at once would only wait for each other. */
async function each<T>(things: readonly T[], work: (thing: T) => Promise<unknown>): Promise<void> {
  for (const thing of things) await work(thing);
}

export function useDocumentChanges(collectionId: string) {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all(
      [
        ['documents', collectionId],
        ['storage', collectionId],
        ['folders', collectionId],
        ['collections'],
      ].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
  return {
    remove: useMutation({ mutationFn: (ids: string[]) => each(ids, deleteDocument), onSettled }),
    retry: useMutation({ mutationFn: (ids: string[]) => each(ids, retryDocument), onSettled }),
    retryAll: useMutation({ mutationFn: () => retryDocuments(collectionId), onSettled }),
    describe: useMutation({
      mutationFn: (changes: { id: string; properties: DocumentProperties }[]) =>
        each(changes, ({ id, properties }) => putProperties(id, properties)),
      onSettled,
    }),
    download: useMutation({
      mutationFn: (id: string) => downloadAddress(id),
      onSuccess: ({ url }) => location.assign(url),
    }),
  };
}
