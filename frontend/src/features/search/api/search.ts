import { api, data } from '@/lib/api/client';
import type { SearchPassages } from '@/lib/api/types';

export const searchPassages = (body: SearchPassages, signal: AbortSignal) =>
  data(api.POST('/v1/search', { body, signal }));

export const inspectSearch = (body: SearchPassages & { documentId?: string }, signal: AbortSignal) =>
  data(api.POST('/v1/search/inspect', { body, signal }));
