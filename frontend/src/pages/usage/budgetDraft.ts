import type { BudgetStanding, PutBudget } from '@/lib/api/types';

export const newBudget: PutBudget = {
  scope: 'company',
  period: 'month',
  cap: Number.NaN,
  kind: 'hard',
  warnAt: 80,
  enabled: true,
};

/** What an administrator set, without what was spent. */
export const wantedBudget = ({
  scope,
  subjectId,
  period,
  cap,
  kind,
  warnAt,
  enabled,
}: BudgetStanding): PutBudget => ({
  scope,
  ...(subjectId ? { subjectId } : {}),
  period,
  cap,
  kind,
  warnAt,
  enabled,
});
