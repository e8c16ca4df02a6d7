import { api, data } from '@/lib/api/client';

const at = (toolId: string) => ({ path: { toolId } });
const one = (requestId: string) => ({ path: { requestId } });

export const findStoreTool = (toolId: string) =>
  data(api.GET('/v1/store/tools/{toolId}/finding', { params: at(toolId) }));

export const requestAccess = (toolId: string, reason: string) =>
  data(api.PUT('/v1/store/tools/{toolId}/access-request', { params: at(toolId), body: { reason } }));

export const getFindable = (toolId: string) =>
  data(api.GET('/v1/tools/{toolId}/findable', { params: at(toolId) }));

export const putFindable = (toolId: string, findable: boolean) =>
  data(api.PUT('/v1/tools/{toolId}/findable', { params: at(toolId), body: { findable } }));

export const listAccessRequests = (cursor?: string) =>
  data(api.GET('/v1/access-requests', { params: { query: { limit: 50, ...(cursor ? { cursor } : {}) } } }));

export const grantAccess = (requestId: string) =>
  data(api.POST('/v1/access-requests/{requestId}/grant', { params: one(requestId) }));

export const declineAccess = (requestId: string, answer: string) =>
  data(api.POST('/v1/access-requests/{requestId}/decline', { params: one(requestId), body: { answer } }));
