import { useState } from 'react';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { NameDialog } from '@/components/molecules/NameDialog';
import { FolderList } from '@/components/organisms/FolderList';
import { useFolderChanges } from '@/features/library/hooks/useFolders';
import type { Collection, Folder } from '@/lib/api/types';
import { documentsBelow, foldersIn, pathTo } from '@/lib/folderTree';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { MoveDialog } from './MoveDialog';

interface FoldersProps {
  collection: Collection;
  collections: Collection[];
  folders: Folder[];
  open: string | undefined;
  onOpen: (folderId: string | undefined) => void;
}

/** The folders of the open one, with renaming, moving and deleting. */
export function Folders({ collection, collections, folders, open, onOpen }: FoldersProps) {
  const [asked, setAsked] = useState<{ act: 'rename' | 'move' | 'delete'; folder: Folder }>();
  const { rename, remove } = useFolderChanges(collection.id);
  const close = () => setAsked(undefined);
  const here = foldersIn(folders, open);
  return (
    <>
      <FolderList
        collectionName={collection.name}
        path={pathTo(folders, open)}
        folders={here}
        counts={new Map(here.map((folder) => [folder.id, documentsBelow(folders, folder)]))}
        editable={collection.role !== 'reader'}
        onOpen={onOpen}
        onAct={(act, folder) => setAsked({ act, folder })}
      />
      {asked?.act === 'rename' && (
        <NameDialog
          title={m.folder_rename()}
          label={m.folder_name()}
          verb={m.save()}
          initial={asked.folder.name}
          maxLength={120}
          busy={rename.isPending}
          onClose={close}
          onSubmit={(name) => rename.mutate({ id: asked.folder.id, name }, { onSuccess: close })}
        />
      )}
      {asked?.act === 'move' && (
        <MoveDialog
          collection={collection}
          collections={collections}
          documents={[]}
          folder={asked.folder}
          onClose={close}
          onMoved={close}
        />
      )}
      {asked?.act === 'delete' && (
        <ConfirmDialog
          title={m.folder_delete({ name: shownName(asked.folder.name) })}
          effect={m.folder_delete_effect({ count: documentsBelow(folders, asked.folder) })}
          verb={m.delete_()}
          busy={remove.isPending}
          onClose={close}
          onConfirm={() => remove.mutate(asked.folder.id, { onSuccess: close })}
        />
      )}
    </>
  );
}
