import { api, data } from '@/lib/api/client';

const path = (documentId: string) => ({ params: { path: { documentId } } });

export const getDocument = (documentId: string) =>
  data(api.GET('/v1/documents/{documentId}', path(documentId)));

export const listVersions = (documentId: string) =>
  data(api.GET('/v1/documents/{documentId}/versions', path(documentId)));

export const downloadAddress = (documentId: string) =>
  data(api.GET('/v1/documents/{documentId}/download', path(documentId)));

export const getPassage = (passageId: string) =>
  data(api.GET('/v1/passages/{passageId}', { params: { path: { passageId } } }));

/** A stretch of what was read of a document: at a cursor, or around a passage. */
export const readDocument = (documentId: string, place: { cursor?: string; around?: string }) =>
  data(
    api.GET('/v1/documents/{documentId}/passages', {
      params: { path: { documentId }, query: { limit: 20, ...place } },
    }),
  );
