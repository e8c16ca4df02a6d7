import { api, data, intentKey } from '@/lib/api/client';

const decided = (toolId: string) => ({
  params: { path: { toolId }, header: { 'Idempotency-Key': intentKey() } },
});

export const listReviews = (cursor?: string) =>
  data(api.GET('/v1/reviews', { params: { query: { limit: 50, ...(cursor ? { cursor } : {}) } } }));

export const approveTool = (toolId: string, version: number, comments: string, percent: number) =>
  data(
    api.POST('/v1/tools/{toolId}/approval', {
      ...decided(toolId),
      body: { version, percent, ...(comments ? { comments } : {}) },
    }),
  );

export const returnTool = (toolId: string, version: number, comments: string) =>
  data(api.POST('/v1/tools/{toolId}/return', { ...decided(toolId), body: { version, comments } }));
