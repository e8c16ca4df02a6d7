import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createFolder, deleteFolder, listFolders, moveItems, renameFolder, type Move } from '../api/folders';

/** So many documents move in one call. */
const AT_ONCE = 100;

/** All folders of a collection; of none while none is named. */
export const useFolders = (collectionId: string) =>
  useQuery({
    queryKey: ['folders', collectionId],
    queryFn: () => listFolders(collectionId),
    enabled: collectionId !== '',
    select: ({ items }) => items,
  });

async function move({ documentIds = [], folderIds = [], ...to }: Move): Promise<void> {
  if (folderIds.length) await moveItems({ ...to, folderIds });
  for (let at = 0; at < documentIds.length; at += AT_ONCE)
    await moveItems({ ...to, documentIds: documentIds.slice(at, at + AT_ONCE) });
}

/** Making, renaming, deleting and filling folders; what shows them follows. */
export function useFolderChanges(collectionId: string) {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all(
      [['folders'], ['documents'], ['storage'], ['collections']].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
  return {
    create: useMutation({
      mutationFn: ({ name, parentId }: { name: string; parentId?: string }) =>
        createFolder(collectionId, name, parentId),
      onSettled,
    }),
    rename: useMutation({
      mutationFn: ({ id, name }: { id: string; name: string }) => renameFolder(id, name),
      onSettled,
    }),
    remove: useMutation({ mutationFn: (id: string) => deleteFolder(id), onSettled }),
    move: useMutation({ mutationFn: move, onSettled }),
  };
}
