import { KeyRound, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { IconButton } from '@/components/atoms/IconButton';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ChangedBy } from '@/components/molecules/ChangedBy';
import { ErrorState } from '@/components/molecules/ErrorState';
import { useProviders } from '@/features/models/hooks/useAdministration';
import type { ModelProvider } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { clearanceText } from './clearance';
import { KeyDialog } from './KeyDialog';
import { ProviderDialog } from './ProviderDialog';

const KEY: Record<ModelProvider['key'], { text: () => string; tone: string }> = {
  set: { text: m.key_set, tone: 'text-ok' },
  environment: { text: m.key_environment, tone: 'text-ok' },
  none: { text: m.key_none, tone: 'text-warn' },
  not_needed: { text: m.key_not_needed, tone: 'text-ink-2' },
};

/** Who runs models, what may be sent there, and the state of each key; never the key. */
export function ProvidersSection() {
  const query = useProviders();
  const [edited, setEdited] = useState<ModelProvider | 'new'>();
  const [keyed, setKeyed] = useState<ModelProvider>();
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton rows={4} className="h-16" />;
  return (
    <>
      <div className="mb-4 flex justify-end">
        <Button icon={<Icon of={Plus} size={16} />} onClick={() => setEdited('new')}>
          {m.provider_add()}
        </Button>
      </div>
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {query.data.items.map((provider) => {
          const { text, tone } = KEY[provider.key];
          const fixed =
            provider.kind === 'vertex_ai' ||
            provider.kind === 'local' ||
            (!provider.added && provider.kind === 'openai_compatible');
          return (
            <li
              key={provider.id}
              className="flex items-center gap-3 border-b border-line px-4 py-3 last:border-b-0"
            >
              <div className="min-w-0 flex-1">
                <p className="font-semibold">{provider.name}</p>
                <p className="truncate text-sm text-ink-2">{provider.baseUrl}</p>
                <p className="flex flex-wrap gap-x-3 text-sm">
                  <span className={tone}>
                    {provider.kind === 'vertex_ai' && provider.key === 'none' ? m.key_vertex() : text()}
                  </span>
                  <span className="text-ink-2">{clearanceText(provider.clearance)}</span>
                  <span className="text-ink-2">{m.provider_models({ count: provider.models })}</span>
                </p>
                <ChangedBy changed={provider.keyChanged ?? provider.changed} />
              </div>
              {!fixed && (
                <IconButton
                  icon={KeyRound}
                  label={m.key_of({ name: provider.name })}
                  onClick={() => setKeyed(provider)}
                />
              )}
              <IconButton
                icon={Pencil}
                label={m.model_edit({ name: provider.name })}
                onClick={() => setEdited(provider)}
              />
            </li>
          );
        })}
      </ul>
      {edited && (
        <ProviderDialog
          provider={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
      {keyed && <KeyDialog provider={keyed} onClose={() => setKeyed(undefined)} />}
    </>
  );
}
