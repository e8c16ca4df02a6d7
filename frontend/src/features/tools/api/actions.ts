import { api, data, intentKey } from '@/lib/api/client';
import type { ActionSource, CreateActionSource } from '@/lib/api/types';

export const listActionSources = () => data(api.GET('/v1/action-sources'));

export const createActionSource = (body: CreateActionSource) =>
  data(api.POST('/v1/action-sources', { params: { header: { 'Idempotency-Key': intentKey() } }, body }));

export const deleteActionSource = (sourceId: string) =>
  data(api.DELETE('/v1/action-sources/{sourceId}', { params: { path: { sourceId } } }));

export const setAction = (action: ActionSource['actions'][number], writing: boolean) =>
  data(
    api.PUT('/v1/action-sources/{sourceId}/actions/{actionId}', {
      params: { path: { sourceId: action.sourceId, actionId: action.id } },
      body: { writing, personalFields: action.personalFields },
    }),
  );

export const listActionCalls = (cursor?: string) =>
  data(api.GET('/v1/action-calls', { params: { query: { limit: 50, ...(cursor ? { cursor } : {}) } } }));

export const getActionHosts = () => data(api.GET('/v1/action-hosts'));

export const putActionHosts = (hosts: string[]) => data(api.PUT('/v1/action-hosts', { body: { hosts } }));
