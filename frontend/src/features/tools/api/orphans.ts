import { api, data } from '@/lib/api/client';

export const listOrphanedTools = (cursor?: string) =>
  data(api.GET('/v1/orphaned-tools', { params: { query: { limit: 50, ...(cursor ? { cursor } : {}) } } }));

export const handOverTool = (toolId: string, personId: string) =>
  data(api.PUT('/v1/orphaned-tools/{toolId}/owner', { params: { path: { toolId } }, body: { personId } }));
