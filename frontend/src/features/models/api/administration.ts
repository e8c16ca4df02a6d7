import { api, data } from '@/lib/api/client';
import type { PutModel, PutPolicy, PutProvider, RoutingPolicy } from '@/lib/api/types';

const provider = (providerId: string) => ({ params: { path: { providerId } } });
const model = (modelId: string) => ({ params: { path: { modelId } } });

export const listProviders = () => data(api.GET('/v1/admin/providers'));

export const putProvider = (id: string, body: PutProvider) =>
  data(api.PUT('/v1/admin/providers/{providerId}', { ...provider(id), body }));

export const resetProvider = (id: string) =>
  data(api.DELETE('/v1/admin/providers/{providerId}', provider(id)));

export const setProviderKey = (id: string, key: string) =>
  data(api.PUT('/v1/admin/providers/{providerId}/key', { ...provider(id), body: { key } }));

export const removeProviderKey = (id: string) =>
  data(api.DELETE('/v1/admin/providers/{providerId}/key', provider(id)));

export const listAllModels = () => data(api.GET('/v1/admin/models'));

export const putModel = (id: string, body: PutModel) =>
  data(api.PUT('/v1/admin/models/{modelId}', { ...model(id), body }));

export const resetModel = (id: string) => data(api.DELETE('/v1/admin/models/{modelId}', model(id)));

export const testModel = (id: string) => data(api.POST('/v1/admin/models/{modelId}/test', model(id)));

export const setDefaultModel = (id: string) =>
  data(api.PUT('/v1/admin/default-model', { body: { model: id } }));

export const listPolicies = () => data(api.GET('/v1/admin/policies'));

export const putPolicy = (code: RoutingPolicy['policy'], body: PutPolicy) =>
  data(api.PUT('/v1/admin/policies/{policy}', { params: { path: { policy: code } }, body }));

export const resetPolicy = (code: RoutingPolicy['policy']) =>
  data(api.DELETE('/v1/admin/policies/{policy}', { params: { path: { policy: code } } }));

export const listMaskPatterns = () => data(api.GET('/v1/admin/mask-patterns'));

export const addMaskPattern = (body: { name: string; regex: string; label: string }) =>
  data(api.POST('/v1/admin/mask-patterns', { body }));

export const removeMaskPattern = (patternId: string) =>
  data(api.DELETE('/v1/admin/mask-patterns/{patternId}', { params: { path: { patternId } } }));

export const tryMasking = (body: { text: string; regex?: string; label?: string }) =>
  data(api.POST('/v1/admin/masking/try', { body }));

export const readAnswerCache = () => data(api.GET('/v1/admin/answer-cache'));

export const setAnswerCache = (body: { enabled: boolean; seconds: number }) =>
  data(api.PUT('/v1/admin/answer-cache', { body }));

export const listModelChanges = (cursor?: string) =>
  data(api.GET('/v1/admin/model-changes', { params: { query: cursor ? { cursor } : {} } }));
