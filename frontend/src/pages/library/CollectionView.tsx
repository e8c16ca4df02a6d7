import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { SearchField } from '@/components/molecules/SearchField';
import { DocumentsTable } from '@/components/organisms/DocumentsTable';
import { DropZone } from '@/components/organisms/DropZone';
import { useDocumentChanges, useDocuments } from '@/features/library/hooks/useDocuments';
import { useUploads } from '@/features/library/hooks/useUploads';
import type { Collection, DocumentItem } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { CollectionHeader } from './CollectionHeader';

interface CollectionViewProps {
  collection: Collection;
  collections: Collection[];
  onNew: () => void;
}

/** One collection: its documents, uploading and what may be done with it. */
export function CollectionView({ collection, collections, onNew }: CollectionViewProps) {
  const [search, setSearch] = useState('');
  const [deleting, setDeleting] = useState<DocumentItem>();
  const { query, documents } = useDocuments(collection.id, search);
  const { remove, retry, download } = useDocumentChanges(collection.id);
  const { add } = useUploads();
  const picker = useRef<HTMLInputElement>(null);
  const editable = collection.role !== 'reader';
  const upload = (files: Iterable<File>) => add(collection.id, files);
  const choose = (
    <Button look="primary" icon={<Icon of={FileUp} />} onClick={() => picker.current!.click()}>
      {m.upload()}
    </Button>
  );
  return (
    <section className="min-w-0 flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-label={collection.name}>
      <div className="mx-auto max-w-5xl">
        <CollectionHeader
          collection={collection}
          collections={collections}
          onNew={onNew}
          upload={editable ? choose : undefined}
        />
        <input
          ref={picker}
          type="file"
          multiple
          className="hidden"
          aria-label={m.upload()}
          onChange={(event) => {
            upload([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        {editable && <DropZone target={collection.name} onFiles={upload} />}
        <div className="mt-5 mb-3 max-w-72">
          <SearchField label={m.document_search()} onSearch={setSearch} />
        </div>
        {query.error && !documents ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : !documents ? (
          <Skeleton rows={5} className="h-12" />
        ) : documents.length ? (
          <DocumentsTable
            documents={documents}
            editable={editable}
            onDownload={({ id }) => download.mutate(id)}
            onRetry={({ id }) => retry.mutate(id)}
            onDelete={setDeleting}
          />
        ) : search ? (
          <p className="py-10 text-center text-sm text-ink-2">{m.documents_nothing_found()}</p>
        ) : (
          <EmptyState icon={FileUp} title={m.documents_empty()} action={editable ? choose : undefined}>
            {editable ? m.documents_empty_text() : m.documents_empty_reader()}
          </EmptyState>
        )}
        {query.hasNextPage && (
          <Button look="quiet" className="mt-3 w-full" onClick={() => void query.fetchNextPage()}>
            {m.more()}
          </Button>
        )}
      </div>
      {deleting && (
        <ConfirmDialog
          title={m.document_delete({ name: deleting.name })}
          effect={m.document_delete_effect()}
          verb={m.delete_()}
          busy={remove.isPending}
          onClose={() => setDeleting(undefined)}
          onConfirm={() => remove.mutate(deleting.id, { onSettled: () => setDeleting(undefined) })}
        />
      )}
    </section>
  );
}
