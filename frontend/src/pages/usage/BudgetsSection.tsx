import { Pencil, Plus, Trash2, Wallet } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { IconButton } from '@/components/atoms/IconButton';
import { Skeleton } from '@/components/atoms/Skeleton';
import { Switch } from '@/components/atoms/Switch';
import { BudgetMeter } from '@/components/molecules/BudgetMeter';
import { ChangedBy } from '@/components/molecules/ChangedBy';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { useBudgets, useDeleteBudget, usePutBudget } from '@/features/reporting/hooks/useBudgets';
import type { BudgetStanding } from '@/lib/api/types';
import { budgetText, resetText } from '@/lib/budgetText';
import { m } from '@/paraglide/messages';
import { BudgetDialog } from './BudgetDialog';
import { wantedBudget } from './budgetDraft';
import { LeasesPart } from './LeasesPart';

/** What may be spent by whom, and how much of it is; administrators change it. */
export default function BudgetsSection({ editable }: { editable: boolean }) {
  const query = useBudgets();
  const put = usePutBudget();
  const remove = useDeleteBudget();
  const [edited, setEdited] = useState<BudgetStanding | 'new'>();
  const [leaving, setLeaving] = useState<BudgetStanding>();
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton rows={3} className="h-24" />;
  const { items, currency } = query.data;
  const add = (look: 'primary' | 'secondary') =>
    editable && (
      <Button look={look} icon={<Icon of={Plus} size={16} />} onClick={() => setEdited('new')}>
        {m.budget_add()}
      </Button>
    );
  return (
    <>
      {items.length === 0 ? (
        <EmptyState icon={Wallet} title={m.budget_empty()} action={add('primary')}>
          {m.budget_empty_text()}
        </EmptyState>
      ) : (
        <>
          <div className="mb-3 flex justify-end">{add('secondary')}</div>
          <ul className="grid gap-3 md:grid-cols-2">
            {items.map((budget) => (
              <li key={budget.id} className="rounded-lg border border-line bg-surface px-4 pt-3 pb-3">
                <div className="mb-2 flex items-start gap-2">
                  <div className="min-w-0 flex-1">
                    <h2 className="truncate font-semibold">{budgetText(budget)}</h2>
                    <p className="text-sm text-ink-2">
                      {budget.kind === 'hard' ? m.budget_kind_hard() : m.budget_kind_warning()}
                      {budget.enabled ? '' : ` · ${m.budget_off()}`}
                    </p>
                  </div>
                  {editable && (
                    <div className="-mr-1.5 flex items-center gap-0.5">
                      <IconButton
                        icon={Pencil}
                        label={m.budget_edit({ whose: budgetText(budget) })}
                        onClick={() => setEdited(budget)}
                      />
                      <IconButton
                        icon={Trash2}
                        label={m.budget_remove({ whose: budgetText(budget) })}
                        onClick={() => setLeaving(budget)}
                      />
                      <Switch
                        label={m.budget_enabled({ whose: budgetText(budget) })}
                        on={budget.enabled}
                        disabled={put.isPending}
                        onChange={(enabled) =>
                          put.mutate({ id: budget.id, budget: { ...wantedBudget(budget), enabled } })
                        }
                      />
                    </div>
                  )}
                </div>
                <BudgetMeter {...budget} label={budgetText(budget)} currency={currency} />
                <p className="mt-1 flex flex-wrap justify-between gap-x-3 text-xs text-ink-2">
                  <span>
                    {!budget.subjectId && budget.scope !== 'company' ? `${m.budget_most()} · ` : ''}
                    {resetText(budget)}
                  </span>
                  {budget.changedAt && (
                    <ChangedBy
                      changed={{
                        at: budget.changedAt,
                        ...(budget.changedBy ? { by: budget.changedBy.name } : {}),
                      }}
                    />
                  )}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      <LeasesPart editable={editable} />
      {edited && (
        <BudgetDialog
          budget={edited === 'new' ? undefined : edited}
          currency={currency}
          onClose={() => setEdited(undefined)}
        />
      )}
      {leaving && (
        <ConfirmDialog
          title={m.budget_remove_title({ whose: budgetText(leaving) })}
          effect={leaving.kind === 'hard' ? m.budget_remove_effect_hard() : m.budget_remove_effect()}
          verb={m.delete_()}
          busy={remove.isPending}
          onConfirm={() => remove.mutate(leaving.id, { onSuccess: () => setLeaving(undefined) })}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </>
  );
}
