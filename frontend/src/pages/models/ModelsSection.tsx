import { Plus, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { Select } from '@/components/atoms/Select';
import { Skeleton } from '@/components/atoms/Skeleton';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { useAllModels, useProviders, useSetDefault } from '@/features/models/hooks/useAdministration';
import { useModels } from '@/features/models/hooks/useModels';
import type { ManagedModel } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { ModelDialog } from './ModelDialog';
import { ModelRow } from './ModelRow';

/** Every model by who runs it; those that can be asked come first. */
export function ModelsSection() {
  const query = useAllModels();
  const providers = useProviders().data?.items;
  const { models: choices } = useModels();
  const usual = useSetDefault();
  const [edited, setEdited] = useState<ManagedModel | 'new'>();
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton rows={6} className="h-14" />;
  const { items } = query.data;
  const names = [...new Set(items.map(({ providerName }) => providerName))];
  const ready = (name: string) => items.some((item) => item.providerName === name && item.usable);
  names.sort((a, b) => Number(ready(b)) - Number(ready(a)));
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        {!!choices?.length && (
          <div className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
            {m.model_default()}
            <Select
              label={m.model_default()}
              value={query.data.default}
              options={choices.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => usual.mutate(id)}
            />
          </div>
        )}
        <Button
          className="ml-auto"
          icon={<Icon of={Plus} size={16} />}
          disabled={!providers?.length}
          onClick={() => setEdited('new')}
        >
          {m.model_add()}
        </Button>
      </div>
      {items.length === 0 && (
        <EmptyState icon={Sparkles} title={m.models_empty()}>
          {m.models_empty_text()}
        </EmptyState>
      )}
      {names.map((name) => (
        <section key={name} className="mb-6" aria-label={name}>
          <h2 className="mb-2 flex items-baseline gap-2 text-sm font-semibold text-ink-2">
            {name}
            {!ready(name) && <span className="font-normal text-ink-3">{m.provider_no_key()}</span>}
          </h2>
          <ul className="overflow-hidden rounded-lg border border-line bg-surface">
            {items
              .filter((item) => item.providerName === name)
              .map((item) => (
                <ModelRow key={item.id} model={item} onEdit={() => setEdited(item)} />
              ))}
          </ul>
        </section>
      ))}
      {edited && providers && (
        <ModelDialog
          model={edited === 'new' ? undefined : edited}
          providers={providers}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  );
}
