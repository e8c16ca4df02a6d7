import { api, data, intentKey } from '@/lib/api/client';

const at = (toolId: string) => ({ path: { toolId } });

export const getCanary = (toolId: string) =>
  data(api.GET('/v1/tools/{toolId}/canary', { params: at(toolId) }));

export const setCanary = (toolId: string, number: number, percent: number) =>
  data(api.PUT('/v1/tools/{toolId}/canary', { params: at(toolId), body: { number, percent } }));

export const rollBack = (toolId: string, from: number, to?: number) =>
  data(
    api.POST('/v1/tools/{toolId}/rollback', {
      params: { ...at(toolId), header: { 'Idempotency-Key': intentKey() } },
      body: { from, ...(to ? { to } : {}) },
    }),
  );

export const listHistory = (toolId: string, cursor?: string) =>
  data(
    api.GET('/v1/tools/{toolId}/history', {
      params: { ...at(toolId), query: { limit: 20, ...(cursor ? { cursor } : {}) } },
    }),
  );

export const getRevision = (toolId: string, revision: number) =>
  data(api.GET('/v1/tools/{toolId}/revisions/{revision}', { params: { path: { toolId, revision } } }));
