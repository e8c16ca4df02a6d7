import { api, data } from '@/lib/api/client';

export const listStoreTools = (query: string, cursor?: string) =>
  data(
    api.GET('/v1/store/tools', {
      params: { query: { limit: 30, ...(query ? { query } : {}), ...(cursor ? { cursor } : {}) } },
    }),
  );

export const getStoreTool = (toolId: string) =>
  data(api.GET('/v1/store/tools/{toolId}', { params: { path: { toolId } } }));
