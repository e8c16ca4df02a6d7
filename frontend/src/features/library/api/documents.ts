import { api, data } from '@/lib/api/client';
import type { DocumentProperties } from '@/lib/api/types';

/** Which documents of a collection are looked at: a folder's (`top` is the top), those with a tag, or all. */
export interface DocumentsAsked {
  query?: string;
  folder?: string;
  tag?: string;
}

export const listDocuments = (
  collectionId: string,
  { query, folder, tag }: DocumentsAsked,
  cursor?: string,
) =>
  data(
    api.GET('/v1/collections/{collectionId}/documents', {
      params: {
        path: { collectionId },
        query: {
          limit: 50,
          ...(query ? { query } : {}),
          ...(folder ? { folder } : {}),
          ...(tag ? { tag } : {}),
          ...(cursor ? { cursor } : {}),
        },
      },
    }),
  );

export const deleteDocument = (documentId: string) =>
  data(api.DELETE('/v1/documents/{documentId}', { params: { path: { documentId } } }));

export const retryDocument = (documentId: string) =>
  data(api.POST('/v1/documents/{documentId}/retry', { params: { path: { documentId } } }));

export const downloadAddress = (documentId: string) =>
  data(api.GET('/v1/documents/{documentId}/download', { params: { path: { documentId } } }));

export const retryDocuments = (collectionId: string) =>
  data(api.POST('/v1/collections/{collectionId}/retry', { params: { path: { collectionId } } }));

export const putProperties = (documentId: string, body: DocumentProperties) =>
  data(api.PUT('/v1/documents/{documentId}/properties', { params: { path: { documentId } }, body }));

export const listVersions = (documentId: string) =>
  data(api.GET('/v1/documents/{documentId}/versions', { params: { path: { documentId } } }));

export const getStorage = (collectionId: string) =>
  data(api.GET('/v1/collections/{collectionId}/storage', { params: { path: { collectionId } } }));

/** Throws the server's words when it is gone. */
export const getDocument = (documentId: string) =>
  data(api.GET('/v1/documents/{documentId}', { params: { path: { documentId } } }));
