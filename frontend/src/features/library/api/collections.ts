import { api, data, intentKey } from '@/lib/api/client';
import type { Collection, CollectionRole, Subject } from '@/lib/api/types';

const at = (collectionId: string) => ({ params: { path: { collectionId } } });

export const listCollections = (cursor?: string) =>
  data(api.GET('/v1/collections', { params: { query: { limit: 100, ...(cursor ? { cursor } : {}) } } }));

export const createCollection = (name: string) =>
  data(
    api.POST('/v1/collections', { params: { header: { 'Idempotency-Key': intentKey() } }, body: { name } }),
  );

export const renameCollection = (collectionId: string, name: string) =>
  data(api.PATCH('/v1/collections/{collectionId}', { ...at(collectionId), body: { name } }));

export const setClearance = (collectionId: string, clearance: Collection['clearance']) =>
  data(api.PUT('/v1/collections/{collectionId}/clearance', { ...at(collectionId), body: { clearance } }));

export const deleteCollection = (collectionId: string) =>
  data(api.DELETE('/v1/collections/{collectionId}', at(collectionId)));

/** The live tools that read it. */
export const listCollectionTools = (collectionId: string) =>
  data(api.GET('/v1/collections/{collectionId}/tools', at(collectionId)));

export const listGrants = (collectionId: string) =>
  data(api.GET('/v1/collections/{collectionId}/grants', at(collectionId)));

export const putGrant = (collectionId: string, subject: Subject, role: CollectionRole) =>
  data(api.PUT('/v1/collections/{collectionId}/grants', { ...at(collectionId), body: { subject, role } }));

export const removeGrant = (collectionId: string, grantId: string) =>
  data(
    api.DELETE('/v1/collections/{collectionId}/grants/{grantId}', {
      params: { path: { collectionId, grantId } },
    }),
  );

export const getModel = (collectionId: string) =>
  data(api.GET('/v1/collections/{collectionId}/model', at(collectionId)));

export const changeModel = (collectionId: string, model: string, dimensions: 384 | 768 | 1024 | 1536) =>
  data(api.PUT('/v1/collections/{collectionId}/model', { ...at(collectionId), body: { model, dimensions } }));
