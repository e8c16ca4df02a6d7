import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';
import { Button } from '@/components/atoms/Button';
import { IconButton } from '@/components/atoms/IconButton';
import { Select } from '@/components/atoms/Select';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { Dialog } from '@/components/molecules/Dialog';
import {
  useAllModels,
  useProviders,
  usePutPolicy,
  useResetPolicy,
} from '@/features/models/hooks/useAdministration';
import type { RoutingPolicy } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { memberState, policyHint, policyText } from './policyText';

/** The models of a policy, put into an order by buttons that work with keys and fingers alike. */
export function PolicyDialog({ policy, onClose }: { policy: RoutingPolicy; onClose: () => void }) {
  const form = useId();
  const [ids, setIds] = useState(() => policy.models.map(({ id }) => id));
  const [leaving, setLeaving] = useState(false);
  const models = useAllModels().data?.items ?? [];
  const providers = useProviders().data?.items;
  const put = usePutPolicy();
  const reset = useResetPolicy();
  const name = policyText(policy.policy);
  const mayServe = (provider: string) =>
    policy.policy !== 'private' ||
    providers?.some(({ id, clearance }) => id === provider && clearance === 'confidential');
  const others = models.filter(
    ({ id, dimensions, provider }) => dimensions === undefined && !ids.includes(id) && mayServe(provider),
  );
  const swap = (at: number, to: number) => {
    const next = [...ids];
    [next[at], next[to]] = [next[to] as string, next[at] as string];
    setIds(next);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    put.mutate({ policy: policy.policy, enabled: policy.enabled, models: ids }, { onSuccess: onClose });
  };
  if (leaving)
    return (
      <ConfirmDialog
        title={m.policy_reset_title({ name })}
        effect={m.policy_reset_effect()}
        verb={m.model_reset()}
        busy={reset.isPending}
        onClose={() => setLeaving(false)}
        onConfirm={() => reset.mutate(policy.policy, { onSuccess: onClose })}
      />
    );
  return (
    <Dialog
      title={m.model_edit({ name })}
      onClose={onClose}
      footer={
        <>
          {policy.edited && (
            <Button look="quiet" className="mr-auto" onClick={() => setLeaving(true)}>
              {m.model_reset()}
            </Button>
          )}
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button look="primary" type="submit" form={form} disabled={!ids.length || put.isPending}>
            {m.save()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save}>
        <p className="text-sm text-ink-2">{policyHint(policy.policy)}</p>
        {ids.length ? (
          <ol className="my-3 rounded-md border border-line">
            {ids.map((id, at) => {
              const model = models.find((each) => each.id === id);
              const title = model?.name ?? id;
              return (
                <li
                  key={id}
                  className="flex items-center gap-2 border-b border-line px-3 py-1 last:border-b-0"
                >
                  <span className="w-5 shrink-0 text-sm text-ink-3 tabular-nums">{at + 1}</span>
                  <span className="min-w-0 flex-1">
                    <span className="block truncate">{title}</span>
                    <span className="block truncate text-xs text-ink-2">
                      {[model?.providerName, model && memberState(model)].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                  <IconButton
                    icon={ArrowUp}
                    label={m.policy_move_up({ name: title })}
                    disabled={at === 0}
                    onClick={() => swap(at, at - 1)}
                  />
                  <IconButton
                    icon={ArrowDown}
                    label={m.policy_move_down({ name: title })}
                    disabled={at === ids.length - 1}
                    onClick={() => swap(at, at + 1)}
                  />
                  <IconButton
                    icon={X}
                    label={m.policy_remove({ name: title })}
                    onClick={() => setIds(ids.filter((each) => each !== id))}
                  />
                </li>
              );
            })}
          </ol>
        ) : (
          <p className="my-3 text-sm text-ink-2">{m.policy_empty()}</p>
        )}
        {others.length > 0 && (
          <Select
            labelled
            label={m.policy_add()}
            value=""
            options={[
              { value: '', label: m.policy_add_choose() },
              ...others.map((each) => ({ value: each.id, label: `${each.name} · ${each.providerName}` })),
            ]}
            onChange={(id) => id && setIds([...ids, id])}
          />
        )}
        <p className="mt-3 text-sm text-ink-2">
          {policy.policy === 'private' ? m.policy_private_only() : m.policy_fixed_text()}
        </p>
      </form>
    </Dialog>
  );
}
