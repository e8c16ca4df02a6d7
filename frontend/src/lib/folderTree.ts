import type { Folder } from './api/types';

/** The folders from the top down to one; none for the top or for one that is gone. */
export function pathTo(folders: readonly Folder[], folderId: string | undefined): Folder[] {
  const byId = new Map(folders.map((folder) => [folder.id, folder]));
  const path: Folder[] = [];
  for (let at = byId.get(folderId ?? ''); at && !path.includes(at); at = byId.get(at.parentId ?? ''))
    path.unshift(at);
  return path;
}

/** What lies directly in a folder, or at the top. */
export const foldersIn = (folders: readonly Folder[], parentId: string | undefined): Folder[] =>
  folders.filter((folder) => folder.parentId === parentId);

/** All folders as a tree is read: each below its parent, with its depth; a folder left out takes all below it along. */
export function treeOf(
  folders: readonly Folder[],
  without?: string,
  parentId?: string,
  depth = 0,
): { folder: Folder; depth: number }[] {
  return foldersIn(folders, parentId)
    .filter(({ id }) => id !== without)
    .flatMap((folder) => [{ folder, depth }, ...treeOf(folders, without, folder.id, depth + 1)]);
}

/** A folder's documents with those of all folders below it. */
export const documentsBelow = (folders: readonly Folder[], { id, documentCount }: Folder): number =>
  documentCount + treeOf(folders, undefined, id).reduce((sum, { folder }) => sum + folder.documentCount, 0);
