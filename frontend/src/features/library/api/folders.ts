import { api, data } from '@/lib/api/client';

const at = (folderId: string) => ({ params: { path: { folderId } } });

export const listFolders = (collectionId: string) =>
  data(api.GET('/v1/collections/{collectionId}/folders', { params: { path: { collectionId } } }));

export const createFolder = (collectionId: string, name: string, parentId?: string) =>
  data(
    api.POST('/v1/collections/{collectionId}/folders', {
      params: { path: { collectionId } },
      body: { name, ...(parentId ? { parentId } : {}) },
    }),
  );

export const renameFolder = (folderId: string, name: string) =>
  data(api.PATCH('/v1/folders/{folderId}', { ...at(folderId), body: { name } }));

export const deleteFolder = (folderId: string) => data(api.DELETE('/v1/folders/{folderId}', at(folderId)));

/** What goes where; without a folder to the collection's top. */
export interface Move {
  collectionId: string;
  folderId?: string;
  documentIds?: string[];
  folderIds?: string[];
}

export const moveItems = ({ collectionId, ...body }: Move) =>
  data(api.POST('/v1/collections/{collectionId}/move', { params: { path: { collectionId } }, body }));
