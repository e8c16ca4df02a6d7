import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SearchPassages } from '@/lib/api/types';
import { inspectSearch, searchPassages } from '../api/search';

/** Passages that answer a question, under the person's own rights. */
export const useSearch = (request: SearchPassages | undefined) =>
  useQuery({
    queryKey: ['search', request],
    enabled: request !== undefined,
    queryFn: ({ signal }) => searchPassages(request!, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });

/** The same search with what decided it; a document may be named whose place is asked for. */
export const useInspection = (
  request: SearchPassages | undefined,
  documentId: string | undefined,
  wanted: boolean,
) =>
  useQuery({
    queryKey: ['inspection', request, documentId],
    enabled: wanted && request !== undefined,
    queryFn: ({ signal }) => inspectSearch({ ...request!, ...(documentId ? { documentId } : {}) }, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
