import { useId, useState, type FormEvent } from 'react';
import { Button } from '@/components/atoms/Button';
import { Segments } from '@/components/atoms/Segments';
import { Select } from '@/components/atoms/Select';
import { TextInput } from '@/components/atoms/TextInput';
import { Dialog } from '@/components/molecules/Dialog';
import { usePutBudget } from '@/features/reporting/hooks/useBudgets';
import type { BudgetStanding, PutBudget } from '@/lib/api/types';
import { budgetText } from '@/lib/budgetText';
import { m } from '@/paraglide/messages';
import { newBudget, wantedBudget } from './budgetDraft';
import { SubjectPicker, type Picked } from './SubjectPicker';

interface BudgetDialogProps {
  /** Absent for a new one; whose and for how long it is cannot change later. */
  budget: BudgetStanding | undefined;
  currency: string;
  onClose: () => void;
}

const label = 'mb-1.5 block text-sm font-semibold text-ink-2';

/** Whose budget, for a day or a month, how much, and what happens at its end. */
export function BudgetDialog({ budget, currency, onClose }: BudgetDialogProps) {
  const form = useId();
  const [id] = useState(() => budget?.id ?? crypto.randomUUID());
  const [draft, setDraft] = useState<PutBudget>(() => (budget ? wantedBudget(budget) : newBudget));
  const [picked, setPicked] = useState<Picked>();
  const put = usePutBudget();
  const set = (change: Partial<PutBudget>) => setDraft({ ...draft, ...change });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const wanted = budget || !picked ? draft : { ...draft, subjectId: picked.id };
    put.mutate({ id, budget: wanted }, { onSuccess: onClose });
  };
  return (
    <Dialog
      wide
      title={budget ? m.budget_edit({ whose: budgetText(budget) }) : m.budget_add()}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button look="primary" type="submit" form={form} disabled={put.isPending}>
            {m.save()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} className="grid gap-4 sm:grid-cols-2">
        {!budget && (
          <>
            <div>
              <span className={label}>{m.budget_whose()}</span>
              <Select
                label={m.budget_whose()}
                value={draft.scope}
                options={[
                  { value: 'company', label: m.usage_company() },
                  { value: 'group', label: m.by_group() },
                  { value: 'person', label: m.by_person() },
                  { value: 'tool', label: m.budget_every_tool() },
                ]}
                onChange={(scope) => {
                  set({ scope });
                  setPicked(undefined);
                }}
              />
            </div>
            <div>
              <span className={label}>{m.range_label()}</span>
              <Segments
                label={m.range_label()}
                value={draft.period}
                options={[
                  { value: 'month', label: m.budget_month() },
                  { value: 'day', label: m.budget_day() },
                ]}
                onChange={(period) => set({ period })}
              />
            </div>
            {(draft.scope === 'person' || draft.scope === 'group') && (
              <div className="sm:col-span-2">
                <SubjectPicker scope={draft.scope} picked={picked} onPick={setPicked} />
              </div>
            )}
          </>
        )}
        <TextInput
          label={m.budget_cap({ currency })}
          type="number"
          required
          min={0}
          max={1e12}
          step="any"
          inputMode="decimal"
          value={Number.isNaN(draft.cap) ? '' : draft.cap}
          onChange={(event) => set({ cap: event.target.valueAsNumber })}
        />
        <TextInput
          label={m.budget_warn_at()}
          type="number"
          required
          min={1}
          max={100}
          value={Number.isNaN(draft.warnAt) ? '' : draft.warnAt}
          onChange={(event) => set({ warnAt: event.target.valueAsNumber })}
        />
        <fieldset className="sm:col-span-2">
          <legend className={label}>{m.budget_at_end()}</legend>
          {(['hard', 'warning'] as const).map((kind) => (
            <label key={kind} className="flex items-start gap-2.5 py-1.5">
              <input
                type="radio"
                name={`${form}-kind`}
                className="mt-1 size-4 accent-(--accent)"
                checked={draft.kind === kind}
                onChange={() => set({ kind })}
              />
              <span>
                <span className="block">
                  {kind === 'hard' ? m.budget_kind_hard() : m.budget_kind_warning()}
                </span>
                <span className="block text-sm text-ink-2">
                  {kind === 'hard' ? m.budget_kind_hard_hint() : m.budget_kind_warning_hint()}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      </form>
    </Dialog>
  );
}
