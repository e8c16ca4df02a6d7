import { useEffect, useRef } from 'react';
import { useMyBudgets } from '@/features/reporting/hooks/useUsage';
import { amountText } from '@/lib/amountText';
import { ownBudgetText, resetText, tightest } from '@/lib/budgetText';
import { m } from '@/paraglide/messages';

/** An answer is paid a moment after its last word. */
const SETTLED_MS = 1_500;

/** What is left of the hard budget that ends first; nothing for whoever has none. */
export default function ComposerBudget({ history }: { history: number }) {
  const { data, refetch } = useMyBudgets();
  const seen = useRef(history);
  useEffect(() => {
    if (seen.current === history) return;
    seen.current = history;
    const timer = setTimeout(() => void refetch(), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [history, refetch]);
  const budget = data && tightest(data.items);
  if (!data || !budget) return null;
  const left = Math.max(0, budget.cap - budget.spent);
  const low = budget.spent * 100 >= budget.cap * budget.warnAt;
  return (
    <span
      data-budget
      className={`min-w-0 truncate text-xs tabular-nums ${low ? 'font-semibold text-warn' : 'text-ink-3'}`}
      title={`${ownBudgetText(budget)} ${m.budget_used({ spent: amountText(budget.spent, data.currency), cap: amountText(budget.cap, data.currency) })}. ${resetText(budget)}`}
    >
      {m.budget_left({ left: amountText(left, data.currency) })}
    </span>
  );
}
