import { api, data } from '@/lib/api/client';
import type { StoreOrder } from '@/lib/api/types';

const at = (toolId: string) => ({ params: { path: { toolId } } });

export const listStoreTools = (order: StoreOrder, query: string, limit: number, cursor?: string) =>
  data(
    api.GET('/v1/store/tools', {
      params: {
        query: { order, limit, ...(query ? { query } : {}), ...(cursor ? { cursor } : {}) },
      },
    }),
  );

export const getStoreTool = (toolId: string) => data(api.GET('/v1/store/tools/{toolId}', at(toolId)));

export const markFavourite = (toolId: string, on: boolean) =>
  on
    ? data(api.PUT('/v1/store/tools/{toolId}/favourite', at(toolId)))
    : data(api.DELETE('/v1/store/tools/{toolId}/favourite', at(toolId)));

export const markFeatured = (toolId: string, on: boolean) =>
  on
    ? data(api.PUT('/v1/store/tools/{toolId}/feature', at(toolId)))
    : data(api.DELETE('/v1/store/tools/{toolId}/feature', at(toolId)));
