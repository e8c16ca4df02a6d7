import { api, data } from '@/lib/api/client';

export const listDocuments = (collectionId: string, query: string, cursor?: string) =>
  data(
    api.GET('/v1/collections/{collectionId}/documents', {
      params: {
        path: { collectionId },
        query: { limit: 50, ...(query ? { query } : {}), ...(cursor ? { cursor } : {}) },
      },
    }),
  );

export const deleteDocument = (documentId: string) =>
  data(api.DELETE('/v1/documents/{documentId}', { params: { path: { documentId } } }));

export const retryDocument = (documentId: string) =>
  data(api.POST('/v1/documents/{documentId}/retry', { params: { path: { documentId } } }));

export const downloadAddress = (documentId: string) =>
  data(api.GET('/v1/documents/{documentId}/download', { params: { path: { documentId } } }));
