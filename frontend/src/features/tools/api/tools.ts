import { api, data, intentKey } from '@/lib/api/client';
import type { Subject, ToolDraft, ToolRole } from '@/lib/api/types';

const at = (toolId: string) => ({ path: { toolId } });
const once = () => ({ 'Idempotency-Key': intentKey() });
const page = (cursor?: string) => ({ limit: 50, ...(cursor ? { cursor } : {}) });

export const listTools = (cursor?: string) => data(api.GET('/v1/tools', { params: { query: page(cursor) } }));

export const createTool = (draft: ToolDraft) =>
  data(api.POST('/v1/tools', { params: { header: once() }, body: draft }));

export const getTool = (toolId: string) => data(api.GET('/v1/tools/{toolId}', { params: at(toolId) }));

export const updateTool = (toolId: string, version: number, draft: ToolDraft) =>
  data(api.PUT('/v1/tools/{toolId}', { params: at(toolId), body: { ...draft, version } }));

export const deleteTool = (toolId: string) => data(api.DELETE('/v1/tools/{toolId}', { params: at(toolId) }));

export const submitTool = (toolId: string, version: number, note: string, percent: number) =>
  data(
    api.POST('/v1/tools/{toolId}/submission', {
      params: { ...at(toolId), header: once() },
      body: { version, percent, ...(note ? { note } : {}) },
    }),
  );

export const withdrawTool = (toolId: string) =>
  data(api.DELETE('/v1/tools/{toolId}/submission', { params: at(toolId) }));

export const retireTool = (toolId: string) =>
  data(api.POST('/v1/tools/{toolId}/retirement', { params: { ...at(toolId), header: once() } }));

export const listReleases = (toolId: string, cursor?: string) =>
  data(api.GET('/v1/tools/{toolId}/releases', { params: { ...at(toolId), query: page(cursor) } }));

export const listToolGrants = (toolId: string) =>
  data(api.GET('/v1/tools/{toolId}/grants', { params: at(toolId) }));

export const putToolGrant = (toolId: string, subject: Subject, role: ToolRole) =>
  data(api.PUT('/v1/tools/{toolId}/grants', { params: at(toolId), body: { subject, role } }));

export const removeToolGrant = (toolId: string, grantId: string) =>
  data(api.DELETE('/v1/tools/{toolId}/grants/{grantId}', { params: { path: { toolId, grantId } } }));
