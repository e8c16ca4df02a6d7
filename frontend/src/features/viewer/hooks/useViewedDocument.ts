import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getDocument, getPassage, listVersions, readDocument } from '../api/documents';

type Place = Parameters<typeof readDocument>[1];

const POLL_MS = 2_500;

/** The document, followed while it is being read. */
export const useViewedDocument = (documentId: string) =>
  useQuery({
    queryKey: ['document', documentId],
    queryFn: () => getDocument(documentId),
    refetchInterval: ({ state }) =>
      state.data && ['UPLOADING', 'PARSING'].includes(state.data.status) ? POLL_MS : false,
  });

/** The version that searches see, asked only by who looks at another. */
export const useCurrentVersion = (documentId: string, wanted: boolean) =>
  useQuery({
    queryKey: ['document', documentId, 'versions'],
    enabled: wanted,
    queryFn: () => listVersions(documentId),
    select: ({ items }) => items.find(({ standing }) => standing === 'current'),
  });

export const useCitedPassage = (passageId: string | undefined) =>
  useQuery({
    queryKey: ['passage', passageId],
    enabled: passageId !== undefined,
    queryFn: () => getPassage(passageId!),
    staleTime: 60_000,
  });

/** What was read of a document, from around a passage on and back. */
export function useDocumentText(documentId: string, around: string | undefined) {
  const query = useInfiniteQuery({
    queryKey: ['document', documentId, 'text', around],
    queryFn: ({ pageParam }: { pageParam: Place }) => readDocument(documentId, pageParam),
    initialPageParam: (around ? { around } : {}) as Place,
    getNextPageParam: ({ nextCursor }): Place | undefined =>
      nextCursor ? { cursor: nextCursor } : undefined,
    getPreviousPageParam: ({ previousCursor }): Place | undefined =>
      previousCursor ? { cursor: previousCursor } : undefined,
  });
  return { query, pieces: query.data?.pages.flatMap(({ items }) => items) };
}
