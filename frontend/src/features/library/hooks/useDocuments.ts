import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { DocumentItem, DocumentProperties } from '@/lib/api/types';
import { nextPoll } from '@/lib/polling';
import { saveFile } from '@/lib/saveFile';
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

const moving = ({ status, meaningFailure }: DocumentItem) =>
  status !== 'READY' && status !== 'FAILED' && !meaningFailure;

/** A newer version on its way moves its document too. */
const changing = (document: DocumentItem) =>
  moving(document) || (document.replacement !== undefined && document.replacement.status !== 'FAILED');

const fingerprint = (items: DocumentItem[]) =>
  items.map(({ id, status, embeddedCount }) => `${id}${status}${embeddedCount}`).join();

const followed = nextPoll();

/** A collection's documents with their states, followed live while any is on its way. */
export function useDocuments(collectionId: string, asked: DocumentsAsked) {
  const query = useInfiniteQuery({
    queryKey: ['documents', collectionId, asked],
    queryFn: ({ pageParam }) => listDocuments(collectionId, asked, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ queryHash, state }) => {
      const items = state.data?.pages.flatMap((page) => page.items) ?? [];
      return followed(queryHash, items.some(changing), fingerprint(items), state.dataUpdateCount);
    },
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
      mutationFn: ({ id, name }: Pick<DocumentItem, 'id' | 'name'>) => saveFile(name, downloadAddress(id)),
    }),
  };
}
