import { m } from '@/paraglide/messages';
import { amountText, percentText } from './amountText';
import type { BudgetAlert, BudgetStanding, MyBudget } from './api/types';
import { dateText } from './format';

type Whose = Pick<BudgetStanding, 'scope' | 'subjectId' | 'subjectName'>;

/** Whose budget it is. */
function budgetSubject({ scope, subjectId, subjectName }: Whose): string {
  if (scope === 'company') return m.usage_company();
  if (subjectName) return subjectName;
  if (scope === 'tool') return subjectId ? m.line_gone() : m.budget_every_tool();
  if (subjectId) return scope === 'group' ? m.line_gone() : m.changed_by_gone();
  return scope === 'group' ? m.budget_every_group() : m.budget_every_person();
}

const periodText = (period: MyBudget['period']) => (period === 'day' ? m.budget_day() : m.budget_month());

export const budgetText = (budget: Whose & Pick<BudgetStanding, 'period'>): string =>
  `${budgetSubject(budget)} · ${periodText(budget.period)}`;

export function ownBudgetText({ scope, groupName, period }: MyBudget): string {
  if (scope === 'person') return period === 'day' ? m.budget_own_day() : m.budget_own_month();
  return m.budget_of({ whose: groupName ?? m.group(), period: periodText(period) });
}

export const resetText = ({ resetsAt }: Pick<MyBudget, 'resetsAt'>): string =>
  m.budget_resets({ when: dateText(resetsAt) });

export function alertText({ kind, warnAt, ...budget }: BudgetAlert): string {
  const whose = budgetText(budget);
  return kind === 'exhausted'
    ? m.alert_exhausted({ whose })
    : m.alert_warned({ whose, percent: String(warnAt) });
}

/** What a person's budget has to say now, or nothing; one that was raised since is quiet again. */
export function ownAlertText(budget: MyBudget, currency: string): string | undefined {
  const { cap, spent, outstanding, warnAt, kind } = budget;
  if (!budget.alert || (spent + outstanding) * 100 < cap * warnAt) return undefined;
  const whose = ownBudgetText(budget);
  const left = amountText(Math.max(0, cap - spent), currency);
  if (budget.alert === 'warned')
    return m.budget_alert_warned({ whose, percent: percentText(cap ? spent / cap : 1), left });
  return kind === 'hard'
    ? m.budget_alert_exhausted({ whose, when: dateText(budget.resetsAt) })
    : m.budget_alert_over({ whose });
}

/** The hard budget that ends first; nothing without one. */
export const tightest = (budgets: readonly MyBudget[]): MyBudget | undefined =>
  budgets
    .filter(({ kind }) => kind === 'hard')
    .reduce<MyBudget | undefined>(
      (least, each) => (!least || each.cap - each.spent < least.cap - least.spent ? each : least),
      undefined,
    );
