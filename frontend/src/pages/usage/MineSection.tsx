import { useMemo } from 'react';
import { Skeleton } from '@/components/atoms/Skeleton';
import { BudgetMeter } from '@/components/molecules/BudgetMeter';
import { ErrorState } from '@/components/molecules/ErrorState';
import { FigureTile } from '@/components/molecules/FigureTile';
import { Chart } from '@/components/organisms/Chart';
import { UsageTable } from '@/components/organisms/UsageTable';
import { useMyBudgets, useMyUsage } from '@/features/reporting/hooks/useUsage';
import { amountText, shortAmountText } from '@/lib/amountText';
import { ownBudgetText, resetText } from '@/lib/budgetText';
import { rangeText } from '@/lib/dayText';
import { rangeOf } from '@/lib/days';
import { numberText } from '@/lib/format';
import { m } from '@/paraglide/messages';
import { costByDay } from './chartOf';
import { useModelNames } from './useModelNames';

/** This month as it was for the person: what is left, what it cost, and on what. */
export function MineSection() {
  const budgets = useMyBudgets();
  const today = budgets.data?.today;
  const range = useMemo(() => (today ? rangeOf('month', today) : undefined), [today]);
  const days = useMyUsage(range, 'day');
  const models = useMyUsage(range, 'model');
  const nameOf = useModelNames();
  const currency = budgets.data?.currency ?? '';
  const text = useMemo(() => (value: number) => amountText(value, currency), [currency]);
  const shortText = useMemo(() => (value: number) => shortAmountText(value, currency), [currency]);
  const chart = useMemo(
    () => (range && days.data ? costByDay(range, days.data.items) : undefined),
    [range, days.data],
  );
  const series = useMemo(() => [{ name: m.figure_cost(), values: chart?.values ?? [] }], [chart]);
  const failed = [budgets, days, models].find(({ error, data }) => error && !data);
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!budgets.data || !range || !chart || !days.data || !models.data)
    return <Skeleton rows={3} className="h-28" />;
  const { totals } = days.data;
  return (
    <>
      <h2 className="mb-2 text-sm font-semibold text-ink-2">
        {m.usage_this_month({ period: rangeText(range) })}
      </h2>
      <dl className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-3">
        <FigureTile label={m.figure_cost()} value={text(totals.cost)} />
        <FigureTile label={m.figure_requests()} value={numberText(totals.requests)} />
        <FigureTile
          className="col-span-2 lg:col-span-1"
          label={m.figure_tokens()}
          value={numberText(totals.inputTokens + totals.outputTokens)}
          note={m.figure_tokens_split({
            input: numberText(totals.inputTokens),
            output: numberText(totals.outputTokens),
          })}
        />
      </dl>
      {budgets.data.items.length > 0 ? (
        <ul className="mb-4 grid gap-3 sm:grid-cols-2">
          {budgets.data.items.map((budget) => (
            <li
              key={`${budget.id} ${budget.groupName ?? ''}`}
              className="rounded-lg border border-line bg-surface px-4 py-3"
            >
              <p className="mb-2 flex flex-wrap items-baseline justify-between gap-x-3">
                <span className="text-sm font-semibold">{ownBudgetText(budget)}</span>
                <span className="text-xs text-ink-2">
                  {budget.kind === 'hard' ? resetText(budget) : m.budget_kind_warning_hint()}
                </span>
              </p>
              <BudgetMeter {...budget} label={ownBudgetText(budget)} currency={currency} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="mb-4 text-sm text-ink-2">{m.budget_none_mine()}</p>
      )}
      <div className="mb-6">
        <Chart title={chart.title} points={chart.points} series={series} text={text} shortText={shortText} />
      </div>
      <h2 className="mb-2 font-semibold">{m.usage_by_model()}</h2>
      <UsageTable
        label={m.usage_by_model()}
        of={m.by_model()}
        lines={models.data.items.map((line) => ({ ...line, label: nameOf(line.name ?? '') }))}
        total={totals.cost}
        currency={currency}
      />
    </>
  );
}
