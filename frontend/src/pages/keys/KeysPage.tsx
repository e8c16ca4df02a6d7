import { KeyRound, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { KeySnippets } from '@/components/organisms/KeySnippets';
import { useKeyChanges, useKeys } from '@/features/keys/hooks/useKeys';
import type { ApiKey } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { KeyRow } from './KeyRow';
import { NewKeyDialog } from './NewKeyDialog';
import { ShownKeyDialog } from './ShownKeyDialog';

/** The person's API keys: made, shown once, revoked, and how clients use them. */
export default function KeysPage() {
  const query = useKeys();
  const { create, revoke } = useKeyChanges();
  const [naming, setNaming] = useState(false);
  const [leaving, setLeaving] = useState<ApiKey>();
  useEffect(() => {
    document.title = `${m.keys_title()} · ${m.brand()}`;
  }, []);
  const keys = query.data?.items;
  const make = (
    <Button look="primary" icon={<Icon of={Plus} />} onClick={() => setNaming(true)}>
      {m.keys_new()}
    </Button>
  );
  return (
    <section className="flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-labelledby="keys-title">
      <div className="mx-auto max-w-3xl">
        <div className="mb-5 flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0 flex-1 basis-64">
            <h1 id="keys-title" className="text-xl font-semibold">
              {m.keys_title()}
            </h1>
            <p className="text-sm text-ink-2">{m.keys_text()}</p>
          </div>
          {!!keys?.length && make}
        </div>
        {query.error && !keys ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : !keys ? (
          <Skeleton rows={3} className="h-14" />
        ) : keys.length === 0 ? (
          <EmptyState icon={KeyRound} title={m.keys_empty()} action={make}>
            {m.keys_empty_text()}
          </EmptyState>
        ) : (
          <ul className="overflow-hidden rounded-lg border border-line bg-surface">
            {keys.map((key) => (
              <KeyRow key={key.id} apiKey={key} onRevoke={() => setLeaving(key)} />
            ))}
          </ul>
        )}
        <h2 className="mt-8 font-semibold">{m.keys_use()}</h2>
        <p className="mb-3 text-sm text-ink-2">{m.keys_use_where()}</p>
        <KeySnippets origin={location.origin} />
      </div>
      {naming && (
        <NewKeyDialog
          busy={create.isPending}
          onClose={() => setNaming(false)}
          onCreate={(name, days) => create.mutate({ name, days }, { onSuccess: () => setNaming(false) })}
        />
      )}
      {create.data && (
        <ShownKeyDialog
          name={create.data.name}
          apiKey={create.data.key}
          origin={location.origin}
          onClose={create.reset}
        />
      )}
      {leaving && (
        <ConfirmDialog
          title={m.keys_revoke({ name: leaving.name })}
          effect={m.keys_revoke_effect({ hint: leaving.hint })}
          verb={m.keys_revoke_verb()}
          busy={revoke.isPending}
          onClose={() => setLeaving(undefined)}
          onConfirm={() => revoke.mutate(leaving.id, { onSettled: () => setLeaving(undefined) })}
        />
      )}
    </section>
  );
}
