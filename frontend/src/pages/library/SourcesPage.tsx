import { ArrowLeft, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { ConnectorDialog } from '@/components/organisms/ConnectorDialog';
import { ConnectorList } from '@/components/organisms/ConnectorList';
import { useConnectorChanges, useConnectors } from '@/features/connectors/hooks/useConnectors';
import { useCollections } from '@/features/library/hooks/useCollections';
import { useMe } from '@/features/session/hooks/useMe';
import type { Connector } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { SourceProblems } from './SourceProblems';

type Doing = { what: 'new' } | { what: 'edit' | 'delete' | 'problems'; connector: Connector };

/** Where a collection's documents come from by themselves. */
export default function SourcesPage() {
  const { collectionId = '' } = useParams();
  const { data: me } = useMe();
  const { collections } = useCollections();
  const query = useConnectors(collectionId);
  const { save, run, pause, remove } = useConnectorChanges(collectionId);
  const [doing, setDoing] = useState<Doing>();
  const collection = collections?.find(({ id }) => id === collectionId);
  useEffect(() => {
    document.title = `${m.connectors()} · ${m.brand()}`;
  }, []);
  if (collections && collection?.role !== 'owner' && collection?.role !== 'editor')
    return <Navigate replace to={`/library/${collectionId}`} />;
  const changeable =
    collection?.role === 'owner' && !!me?.roles.some((role) => role === 'builder' || role === 'admin');
  const close = () => setDoing(undefined);
  const connectors = query.data?.items;
  const add = (
    <Button look="primary" icon={<Icon of={Plus} />} onClick={() => setDoing({ what: 'new' })}>
      {m.connector_new()}
    </Button>
  );
  return (
    <section className="flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-labelledby="sources-title">
      <div className="mx-auto max-w-3xl">
        <Link
          to={`/library/${collectionId}`}
          className="mb-3 inline-flex items-center gap-1.5 text-sm text-ink-2 hover:text-ink"
        >
          <Icon of={ArrowLeft} size={16} />
          {collection?.name ?? m.library()}
        </Link>
        <div className="mb-5 flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0 flex-1 basis-64">
            <h1 id="sources-title" className="text-xl font-semibold">
              {m.connectors()}
            </h1>
            <p className="text-sm text-ink-2">{m.connectors_text()}</p>
          </div>
          {changeable && !!connectors?.length && add}
        </div>
        <ConnectorList
          connectors={connectors}
          error={query.error}
          changeable={changeable}
          add={add}
          onRetry={() => void query.refetch()}
          onRun={({ id }) => run.mutate(id)}
          onPause={({ id }, paused) => pause.mutate({ id, paused })}
          onEdit={(connector) => setDoing({ what: 'edit', connector })}
          onDelete={(connector) => setDoing({ what: 'delete', connector })}
          onProblems={(connector) => setDoing({ what: 'problems', connector })}
        />
      </div>
      {(doing?.what === 'new' || doing?.what === 'edit') && (
        <ConnectorDialog
          connector={'connector' in doing ? doing.connector : undefined}
          busy={save.isPending}
          onClose={close}
          onSave={(draft) =>
            save.mutate(
              { draft, ...('connector' in doing ? { id: doing.connector.id } : {}) },
              { onSuccess: close },
            )
          }
        />
      )}
      {doing?.what === 'delete' && (
        <ConfirmDialog
          title={m.connector_delete({ name: doing.connector.name })}
          effect={m.connector_delete_effect({ count: doing.connector.counts.documents })}
          verb={m.delete_()}
          busy={remove.isPending}
          onClose={close}
          onConfirm={() => remove.mutate(doing.connector.id, { onSettled: close })}
        />
      )}
      {doing?.what === 'problems' && <SourceProblems connector={doing.connector} onClose={close} />}
    </section>
  );
}
