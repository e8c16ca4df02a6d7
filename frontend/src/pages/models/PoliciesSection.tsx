import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/atoms/IconButton';
import { Skeleton } from '@/components/atoms/Skeleton';
import { Switch } from '@/components/atoms/Switch';
import { ChangedBy } from '@/components/molecules/ChangedBy';
import { ErrorState } from '@/components/molecules/ErrorState';
import { useAllModels, usePolicies, usePutPolicy } from '@/features/models/hooks/useAdministration';
import type { RoutingPolicy } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { PolicyDialog } from './PolicyDialog';
import { memberState, policyHint, policyText } from './policyText';

/** Who answers those who name no model, in which order. */
export function PoliciesSection() {
  const query = usePolicies();
  const usual = useAllModels().data?.default;
  const put = usePutPolicy();
  const [edited, setEdited] = useState<RoutingPolicy>();
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton rows={4} className="h-28" />;
  return (
    <>
      <p className="mb-4 text-sm text-ink-2">{m.policies_text()}</p>
      <ul className="grid gap-3 md:grid-cols-2">
        {query.data.items.map((policy) => {
          const { models, enabled, changed } = policy;
          const name = policyText(policy.policy);
          return (
            <li key={policy.policy} className="min-w-0 rounded-lg border border-line bg-surface px-4 py-3">
              <div className="flex items-center gap-2">
                <div className="min-w-0 flex-1">
                  <h2 className={`font-semibold ${enabled ? '' : 'text-ink-2'}`}>{name}</h2>
                  <p className="text-sm text-ink-2">{policyHint(policy.policy)}</p>
                </div>
                <IconButton icon={Pencil} label={m.model_edit({ name })} onClick={() => setEdited(policy)} />
                <Switch
                  label={m.policy_enabled({ name })}
                  on={enabled}
                  disabled={put.isPending || !models.length || (enabled && usual === policy.policy)}
                  onChange={(on) =>
                    put.mutate({ policy: policy.policy, enabled: on, models: models.map(({ id }) => id) })
                  }
                />
              </div>
              <ol className="mt-2 text-sm">
                {models.map((member, at) => {
                  const state = memberState(member);
                  return (
                    <li key={member.id} className="flex items-baseline gap-2 py-0.5">
                      <span className="w-4 shrink-0 text-right text-ink-3 tabular-nums">{at + 1}</span>
                      <span className={`min-w-0 truncate ${state ? 'text-ink-2' : ''}`}>{member.name}</span>
                      <span className="shrink-0 text-ink-3">{state ?? member.providerName}</span>
                    </li>
                  );
                })}
              </ol>
              {enabled && models.every(memberState) && (
                <p className="mt-1 text-sm text-warn">{m.policy_nobody()}</p>
              )}
              <p className="mt-2">
                {changed ? (
                  <ChangedBy changed={changed} />
                ) : (
                  <span className="text-xs text-ink-3">
                    {policy.policy === 'private' ? m.policy_as_shipped_private() : m.policy_as_shipped()}
                  </span>
                )}
              </p>
            </li>
          );
        })}
      </ul>
      {edited && <PolicyDialog policy={edited} onClose={() => setEdited(undefined)} />}
    </>
  );
}
