import { useState } from 'react';
import { BudgetBanner } from '@/components/molecules/BudgetBanner';
import { useMyBudgets } from '@/features/reporting/hooks/useUsage';
import { ownAlertText } from '@/lib/budgetText';
import { kept } from '@/lib/kept';

const KEY = 'madang.budgetNotice';

/** What the person's own budgets have to say, until it was read. */
export default function BudgetNotice() {
  const { data } = useMyBudgets();
  const [read, setRead] = useState(() => kept(KEY) ?? '');
  if (!data) return null;
  const told = data.items
    .map((budget) => ({
      text: ownAlertText(budget, data.currency),
      exhausted: budget.alert === 'exhausted' && budget.kind === 'hard',
      key: `${budget.id} ${budget.resetsAt} ${budget.alert}`,
    }))
    // what ends a person's questions comes before what only warns
    .sort((a, b) => Number(b.exhausted) - Number(a.exhausted))
    .find(({ text }) => text);
  if (!told?.text || read === told.key) return null;
  return (
    <BudgetBanner
      text={told.text}
      exhausted={told.exhausted}
      onDismiss={() => {
        localStorage.setItem(KEY, told.key);
        setRead(told.key);
      }}
    />
  );
}
