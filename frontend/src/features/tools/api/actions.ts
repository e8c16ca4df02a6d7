import { api, data, intentKey } from '@/lib/api/client';
import type { ActionSource, CreateActionSource } from '@/lib/api/types';

export const listActionSources = () => data(api.GET('/v1/action-sources'));

export const createActionSource = (body: CreateActionSource) =>
  data(api.POST('/v1/action-sources', { params: { header: { 'Idempotency-Key': intentKey() } }, body }));

export const deleteActionSource = (sourceId: string) =>
  data(api.DELETE('/v1/action-sources/{sourceId}', { params: { path: { sourceId } } }));

export const setAction = (
  action: ActionSource['actions'][number],
  change: { writing?: boolean; personalFields?: string[] },
) =>
  data(
    api.PUT('/v1/action-sources/{sourceId}/actions/{actionId}', {
      params: { path: { sourceId: action.sourceId, actionId: action.id } },
      body: { writing: action.writing, personalFields: action.personalFields, hash: action.hash, ...change },
    }),
  );

export const putActionSecret = (sourceId: string, secret: { header: string; value: string }) =>
  data(api.PUT('/v1/action-sources/{sourceId}/secret', { params: { path: { sourceId } }, body: { secret } }));

/** What a source says now against what is known; a server is asked, an API's document is sent. */
export const compareActionSource = (sourceId: string, document?: string) =>
  data(
    api.POST('/v1/action-sources/{sourceId}/comparison', {
      params: { path: { sourceId } },
      body: document === undefined ? {} : { document },
    }),
  );

/** Takes over what was compared; refused when either has changed since. */
export const renewActionSource = (sourceId: string, expected: string, document?: string) =>
  data(
    api.POST('/v1/action-sources/{sourceId}/renewal', {
      params: { path: { sourceId }, header: { 'Idempotency-Key': intentKey() } },
      body: { expected, ...(document === undefined ? {} : { document }) },
    }),
  );

export const listActionChanges = (cursor?: string) =>
  data(api.GET('/v1/action-changes', { params: { query: { limit: 50, ...(cursor ? { cursor } : {}) } } }));

export const listActionCalls = (cursor?: string) =>
  data(api.GET('/v1/action-calls', { params: { query: { limit: 50, ...(cursor ? { cursor } : {}) } } }));

export const getActionHosts = () => data(api.GET('/v1/action-hosts'));

export const putActionHosts = (hosts: string[]) => data(api.PUT('/v1/action-hosts', { body: { hosts } }));
