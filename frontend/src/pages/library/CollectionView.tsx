import { FileUp, RotateCw, X } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { Skeleton } from '@/components/atoms/Skeleton';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { SearchField } from '@/components/molecules/SearchField';
import { DocumentsTable, type DocumentAct } from '@/components/organisms/DocumentsTable';
import { DropZone } from '@/components/organisms/DropZone';
import { useDocumentChanges, useDocuments } from '@/features/library/hooks/useDocuments';
import { useFolders } from '@/features/library/hooks/useFolders';
import { addUploads } from '@/features/library/uploads';
import type { Collection, DocumentItem } from '@/lib/api/types';
import type { FoundFile } from '@/lib/droppedFiles';
import { pathTo } from '@/lib/folderTree';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { CollectionHeader } from './CollectionHeader';
import { ChosenBar, DocumentDialog } from './DocumentActs';
import { Folders } from './Folders';
import { UnfinishedNotice } from './UnfinishedNotice';
import { UploadButtons } from './UploadButtons';

interface CollectionViewProps {
  collection: Collection;
  collections: Collection[];
  onNew: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** One collection: its folders and documents, uploading and what may be done with it. */
export function CollectionView({ collection, collections, onNew }: CollectionViewProps) {
  const [params, setParams] = useSearchParams();
  const [search, setSearch] = useState('');
  const [chosenIds, setChosenIds] = useState(NONE);
  const [asked, setAsked] = useState<{ act: DocumentAct; documents: DocumentItem[] }>();
  const folders = useFolders(collection.id);
  const tag = params.get('tag') ?? '';
  const path = pathTo(folders.data ?? [], params.get('folder') ?? undefined);
  const folder = path.at(-1);
  // looking for something looks everywhere in the collection
  const everywhere = search !== '' || tag !== '';
  const { query, documents } = useDocuments(collection.id, {
    query: search,
    ...(tag ? { tag } : {}),
    ...(everywhere ? {} : { folder: folder?.id ?? 'top' }),
  });
  const { retry, retryAll, download } = useDocumentChanges(collection.id);
  const editable = collection.role !== 'reader';
  const upload = (files: FoundFile[]) => void addUploads(collection.id, folder?.id, files);
  const go = (next: Record<string, string>) => {
    setChosenIds(NONE);
    setParams(next);
  };
  const act = (what: DocumentAct, some: DocumentItem[]) => {
    const ids = some.map(({ id }) => id);
    if (what === 'download') download.mutate(some[0]!);
    else if (what === 'retry') retry.mutate(ids);
    else setAsked({ act: what, documents: some });
  };
  const chosen = (documents ?? []).filter(({ id }) => chosenIds.has(id));
  const failures = documents?.some(({ status }) => status === 'FAILED') ?? false;
  const here = !everywhere && (folders.data ?? []).some(({ parentId }) => parentId === folder?.id);
  const buttons = editable && (
    <UploadButtons collectionId={collection.id} folderId={folder?.id} onFiles={upload} />
  );
  return (
    <section className="min-w-0 flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-label={collection.name}>
      <div className="mx-auto max-w-5xl">
        <CollectionHeader collection={collection} collections={collections} onNew={onNew} upload={buttons} />
        {editable && <DropZone target={folder?.name ?? collection.name} onFiles={upload} />}
        {editable && <UnfinishedNotice collectionId={collection.id} />}
        <div className="mt-5 mb-3 flex flex-wrap items-center gap-2">
          <div className="w-72 max-w-full">
            <SearchField label={m.document_search()} onSearch={setSearch} />
          </div>
          {tag && (
            <Button icon={<Icon of={X} size={16} />} onClick={() => go({})}>
              {m.tag_shown({ tag: shownName(tag) })}
            </Button>
          )}
          {editable && failures && (
            <Button
              icon={<Icon of={RotateCw} size={16} />}
              disabled={retryAll.isPending}
              onClick={() => retryAll.mutate()}
            >
              {m.retry_failures()}
            </Button>
          )}
        </div>
        {!everywhere && folders.data && (
          <Folders
            collection={collection}
            collections={collections}
            folders={folders.data}
            open={folder?.id}
            onOpen={(id) => go(id ? { folder: id } : {})}
          />
        )}
        {chosen.length > 0 && (
          <ChosenBar
            documents={chosen}
            onAct={(what) =>
              act(what, what === 'retry' ? chosen.filter(({ status }) => status === 'FAILED') : chosen)
            }
            onClear={() => setChosenIds(NONE)}
          />
        )}
        {query.error && !documents ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : !documents ? (
          <Skeleton rows={5} className="h-12" />
        ) : documents.length ? (
          <DocumentsTable
            documents={documents}
            editable={editable}
            chosen={chosenIds}
            onChoose={setChosenIds}
            onAct={(what, document) => act(what, [document])}
            onTag={(next) => go({ tag: next })}
          />
        ) : everywhere ? (
          <p className="py-10 text-center text-sm text-ink-2">{m.documents_nothing_found()}</p>
        ) : here ? null : (
          <EmptyState icon={FileUp} title={m.documents_empty()}>
            {editable ? m.documents_empty_text() : m.documents_empty_reader()}
          </EmptyState>
        )}
        {query.hasNextPage && (
          <Button look="quiet" className="mt-3 w-full" onClick={() => void query.fetchNextPage()}>
            {m.more()}
          </Button>
        )}
      </div>
      {asked && (
        <DocumentDialog
          act={asked.act}
          documents={asked.documents}
          collection={collection}
          collections={collections}
          onClose={() => setAsked(undefined)}
          onDone={() => {
            setAsked(undefined);
            setChosenIds(NONE);
          }}
        />
      )}
    </section>
  );
}
