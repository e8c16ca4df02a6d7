import { FolderPlus, Library } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { NameDialog } from '@/components/molecules/NameDialog';
import { CollectionList } from '@/components/organisms/CollectionList';
import { useCollectionChanges, useCollections } from '@/features/library/hooks/useCollections';
import { m } from '@/paraglide/messages';
import { CollectionView } from './CollectionView';
import { Uploads } from './Uploads';

/** The library: collections, and the documents of the open one. */
export default function LibraryPage() {
  const { collectionId } = useParams();
  const navigate = useNavigate();
  const { query, collections } = useCollections();
  const { create } = useCollectionChanges();
  const [naming, setNaming] = useState(false);
  const open = collections?.find(({ id }) => id === collectionId);
  useEffect(() => {
    document.title = `${open?.name ?? m.library()} · ${m.brand()}`;
  }, [open?.name]);

  const first = collections?.[0];
  if (first && !collectionId) return <Navigate replace to={`/library/${first.id}`} />;
  return (
    <div className="flex min-w-0 flex-1 flex-col lg:flex-row">
      <div className="hidden w-[264px] shrink-0 border-r border-line lg:block">
        <CollectionList collections={collections} onNew={() => setNaming(true)} />
      </div>
      {query.error && !query.data ? (
        <div className="flex-1">
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        </div>
      ) : open && collections ? (
        <CollectionView
          key={open.id}
          collection={open}
          collections={collections}
          onNew={() => setNaming(true)}
        />
      ) : (
        collections && (
          <div className="flex-1 overflow-y-auto">
            <h1 className="sr-only">{m.library()}</h1>
            <EmptyState
              icon={Library}
              title={first ? m.collection_gone() : m.library_empty()}
              action={
                <Button look="primary" icon={<Icon of={FolderPlus} />} onClick={() => setNaming(true)}>
                  {m.collection_new()}
                </Button>
              }
            >
              {first ? m.collection_gone_text() : m.library_empty_text()}
            </EmptyState>
          </div>
        )
      )}
      <Uploads />
      {naming && (
        <NameDialog
          title={m.collection_new()}
          label={m.collection_name()}
          verb={m.create()}
          hint={m.collection_private()}
          maxLength={120}
          busy={create.isPending}
          onClose={() => setNaming(false)}
          onSubmit={(name) =>
            create.mutate(name, {
              onSuccess: ({ id }) => {
                setNaming(false);
                void navigate(`/library/${id}`);
              },
            })
          }
        />
      )}
    </div>
  );
}
