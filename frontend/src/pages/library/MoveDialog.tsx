import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Select } from '@/components/atoms/Select';
import { Dialog } from '@/components/molecules/Dialog';
import { useFolderChanges, useFolders } from '@/features/library/hooks/useFolders';
import type { Collection, DocumentItem, Folder } from '@/lib/api/types';
import { treeOf } from '@/lib/folderTree';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';

interface MoveDialogProps {
  collection: Collection;
  collections: Collection[];
  documents: DocumentItem[];
  folder?: Folder | undefined;
  onClose: () => void;
  onMoved: () => void;
}

/** Where documents or a folder go: a collection that the person may edit, and a folder there. */
export function MoveDialog(props: MoveDialogProps) {
  const { collection, collections, documents, folder, onClose, onMoved } = props;
  const [collectionId, setCollectionId] = useState(collection.id);
  const [folderId, setFolderId] = useState('');
  const folders = useFolders(collectionId);
  const { move } = useFolderChanges(collection.id);
  const target = collections.find(({ id }) => id === collectionId) ?? collection;
  const elsewhere = collectionId !== collection.id;
  const submit = () =>
    move.mutate(
      {
        collectionId,
        ...(folderId ? { folderId } : {}),
        ...(folder ? { folderIds: [folder.id] } : { documentIds: documents.map(({ id }) => id) }),
      },
      { onSuccess: onMoved },
    );
  return (
    <Dialog
      title={
        folder
          ? m.move_title({ name: shownName(folder.name) })
          : documents.length === 1
            ? m.move_title({ name: shownName(documents[0]!.name) })
            : m.move_many({ count: documents.length })
      }
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button look="primary" disabled={move.isPending || !folders.data} onClick={submit}>
            {m.move_verb()}
          </Button>
        </>
      }
    >
      <div className="flex flex-col items-start gap-3">
        <Select
          labelled
          label={m.move_collection()}
          value={collectionId}
          options={collections
            .filter(({ role }) => role !== 'reader')
            .map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => {
            setCollectionId(id);
            setFolderId('');
          }}
        />
        <Select
          labelled
          label={m.move_folder()}
          value={folderId}
          disabled={!folders.data}
          options={[
            { value: '', label: m.folder_top() },
            ...treeOf(folders.data ?? [], folder?.id).map(({ folder: { id, name }, depth }) => ({
              value: id,
              label: `${'\u2003'.repeat(depth)}${shownName(name)}`,
            })),
          ]}
          onChange={setFolderId}
        />
        {elsewhere && <p className="text-sm text-ink-2">{m.move_rights({ name: shownName(target.name) })}</p>}
      </div>
    </Dialog>
  );
}
