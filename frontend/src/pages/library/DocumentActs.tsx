import { FolderInput, RotateCw, Tag, Trash2, X } from 'lucide-react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { IconButton } from '@/components/atoms/IconButton';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import type { DocumentAct } from '@/components/organisms/DocumentsTable';
import { useDocumentChanges } from '@/features/library/hooks/useDocuments';
import type { Collection, DocumentItem } from '@/lib/api/types';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { MoveDialog } from './MoveDialog';
import { PropertiesDialog } from './PropertiesDialog';
import { VersionsDialog } from './VersionsDialog';

interface ChosenBarProps {
  documents: DocumentItem[];
  onAct: (act: DocumentAct) => void;
  onClear: () => void;
}

/** What may be done with the chosen documents together. */
export function ChosenBar({ documents, onAct, onClear }: ChosenBarProps) {
  const failed = documents.some(({ status }) => status === 'FAILED');
  return (
    <div
      role="toolbar"
      aria-label={m.chosen_acts()}
      className="sticky top-0 z-10 mb-3 flex flex-wrap items-center gap-2 rounded-lg border border-line bg-accent-soft px-3 py-2"
    >
      <p role="status" className="mr-auto text-sm font-semibold text-accent">
        {m.chosen({ count: documents.length })}
      </p>
      {failed && (
        <Button icon={<Icon of={RotateCw} size={16} />} onClick={() => onAct('retry')}>
          {m.read_again()}
        </Button>
      )}
      <Button icon={<Icon of={Tag} size={16} />} onClick={() => onAct('describe')}>
        {m.properties()}
      </Button>
      <Button icon={<Icon of={FolderInput} size={16} />} onClick={() => onAct('move')}>
        {m.move()}
      </Button>
      <Button icon={<Icon of={Trash2} size={16} />} onClick={() => onAct('delete')}>
        {m.delete_()}
      </Button>
      <IconButton icon={X} label={m.choose_none()} onClick={onClear} />
    </div>
  );
}

interface DocumentDialogProps {
  act: DocumentAct | undefined;
  documents: DocumentItem[];
  collection: Collection;
  collections: Collection[];
  onClose: () => void;
  onDone: () => void;
}

/** The dialog in which an act on documents is finished. */
export function DocumentDialog(props: DocumentDialogProps) {
  const { act, documents, collection, collections, onClose, onDone } = props;
  const { remove, download } = useDocumentChanges(collection.id);
  const [first] = documents;
  if (!first) return null;
  if (act === 'versions')
    return (
      <VersionsDialog
        document={first}
        editable={collection.role !== 'reader'}
        onDownload={(version) => download.mutate(version)}
        onClose={onClose}
      />
    );
  if (act === 'describe')
    return (
      <PropertiesDialog
        collectionId={collection.id}
        documents={documents}
        onClose={onClose}
        onSaved={onDone}
      />
    );
  if (act === 'move')
    return (
      <MoveDialog
        collection={collection}
        collections={collections}
        documents={documents}
        onClose={onClose}
        onMoved={onDone}
      />
    );
  if (act !== 'delete') return null;
  return (
    <ConfirmDialog
      title={
        documents.length === 1
          ? m.document_delete({ name: shownName(first.name) })
          : m.documents_delete({ count: documents.length })
      }
      effect={m.document_delete_effect()}
      verb={m.delete_()}
      busy={remove.isPending}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(
          documents.map(({ id }) => id),
          { onSuccess: onDone },
        )
      }
    />
  );
}
