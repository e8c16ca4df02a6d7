import { api, data } from '@/lib/api/client';
import type { StoreOrder, ToolCategory } from '@/lib/api/types';

/** What of the store is listed. */
export interface StoreQuery {
  order: StoreOrder;
  query?: string;
  category?: ToolCategory | undefined;
}

const at = (toolId: string) => ({ params: { path: { toolId } } });

export const listStoreTools = ({ order, query, category }: StoreQuery, limit: number, cursor?: string) =>
  data(
    api.GET('/v1/store/tools', {
      params: {
        query: {
          order,
          limit,
          ...(query ? { query } : {}),
          ...(category ? { category } : {}),
          ...(cursor ? { cursor } : {}),
        },
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
