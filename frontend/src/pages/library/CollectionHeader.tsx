import {
  FolderPlus,
  MoreHorizontal,
  Pencil,
  RefreshCw,
  ShieldCheck,
  Sparkles,
  Trash2,
  Users,
} from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { Select } from '@/components/atoms/Select';
import { CollectionReaders } from '@/components/molecules/CollectionReaders';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { FactsLine } from '@/components/molecules/FactsLine';
import { Menu, type MenuItem } from '@/components/molecules/Menu';
import { NameDialog } from '@/components/molecules/NameDialog';
import { useCollectionChanges, useCollectionTools } from '@/features/library/hooks/useCollections';
import { useStorage } from '@/features/library/hooks/useDocuments';
import type { Collection } from '@/lib/api/types';
import { collectionClearanceText } from '@/lib/clearanceText';
import { dateText, sizeText } from '@/lib/format';
import { isShared, sharingText } from '@/lib/sharingText';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { ClearanceDialog } from './ClearanceDialog';
import { SearchModelDialog } from './SearchModelDialog';
import { Sharing } from './Sharing';

interface CollectionHeaderProps {
  collection: Collection;
  collections: Collection[];
  onNew: () => void;
  upload: ReactNode;
}

/** A collection's name, the person's role in it, and sharing, renaming, deleting. */
export function CollectionHeader({ collection, collections, onNew, upload }: CollectionHeaderProps) {
  const { id, name, role } = collection;
  const navigate = useNavigate();
  const { rename, remove } = useCollectionChanges();
  const [dialog, setDialog] = useState<'share' | 'rename' | 'model' | 'clearance' | 'delete'>();
  const storage = useStorage(id);
  const readers = useCollectionTools(id).data;
  const close = () => setDialog(undefined);
  const facts = [
    m.collection_documents({ count: collection.documentCount }),
    ...(storage.data
      ? [
          storage.data.versions
            ? m.storage_versions({ size: sizeText(storage.data.bytes), count: storage.data.versions })
            : sizeText(storage.data.bytes),
        ]
      : []),
    ...(collection.owner ? [m.collection_owner({ name: shownName(collection.owner.name) })] : []),
    isShared(collection.sharing)
      ? m.collection_shared({ whom: sharingText(collection.sharing) })
      : m.shared_nobody(),
    ...(collection.clearance === 'internal' ? [] : [collectionClearanceText(collection.clearance)]),
    ...(role === 'owner' ? [] : [role === 'editor' ? m.collection_editable() : m.collection_readable()]),
    m.collection_updated({ when: dateText(collection.updatedAt) }),
  ];
  const items: MenuItem[] = [
    ...(role === 'reader' ? [] : [{ label: m.rename(), icon: Pencil, onSelect: () => setDialog('rename') }]),
    ...(role === 'reader'
      ? []
      : [
          {
            label: m.connectors(),
            icon: RefreshCw,
            onSelect: () => void navigate(`/library/${id}/sources`),
          },
        ]),
    ...(role === 'owner'
      ? [
          { label: m.collection_clearance(), icon: ShieldCheck, onSelect: () => setDialog('clearance') },
          { label: m.meaning_model(), icon: Sparkles, onSelect: () => setDialog('model') },
        ]
      : []),
    ...(role === 'owner'
      ? [{ label: m.delete_(), icon: Trash2, danger: true, onSelect: () => setDialog('delete') }]
      : []),
  ];
  return (
    <header>
      <div className="mb-4 flex gap-2 lg:hidden">
        <Select
          label={m.collections()}
          value={id}
          options={collections.map((each) => ({ value: each.id, label: shownName(each.name) }))}
          onChange={(next) => void navigate(`/library/${next}`)}
        />
        <Button icon={<Icon of={FolderPlus} />} onClick={onNew}>
          {m.create()}
        </Button>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-56">
          <h1 className="text-xl font-semibold">{shownName(name)}</h1>
          <FactsLine facts={facts} />
          {readers && <CollectionReaders tools={readers} />}
        </div>
        <div className="flex items-center gap-2">
          <Button icon={<Icon of={Users} />} onClick={() => setDialog('share')}>
            {m.share()}
          </Button>
          {upload}
          {items.length > 0 && (
            <Menu label={m.collection_menu({ name })} icon={MoreHorizontal} items={items} />
          )}
        </div>
      </div>
      {dialog === 'share' && <Sharing collection={collection} onClose={close} />}
      {dialog === 'clearance' && <ClearanceDialog collection={collection} onClose={close} />}
      {dialog === 'model' && <SearchModelDialog collection={collection} onClose={close} />}
      {dialog === 'rename' && (
        <NameDialog
          title={m.collection_rename()}
          label={m.collection_name()}
          verb={m.save()}
          initial={name}
          maxLength={120}
          busy={rename.isPending}
          onClose={close}
          onSubmit={(next) => rename.mutate({ id, name: next }, { onSuccess: close })}
        />
      )}
      {dialog === 'delete' && (
        <ConfirmDialog
          title={m.collection_delete({ name: shownName(name) })}
          effect={m.collection_delete_effect({ count: collection.documentCount })}
          {...(readers?.count ? { warning: m.collection_delete_tools({ count: readers.count }) } : {})}
          verb={m.delete_()}
          busy={remove.isPending}
          onClose={close}
          onConfirm={() => remove.mutate(id, { onSuccess: () => void navigate('/library') })}
        />
      )}
    </header>
  );
}
