import { describe, expect, it, vi } from 'vitest';
import type { MyBudget } from './api/types';

vi.mock('./locale', () => ({ locale: { get: () => 'ko' } }));
vi.mock('@/paraglide/messages', () => ({
  m: new Proxy(
    {},
    { get: (_, key) => (values?: object) => `${String(key)} ${JSON.stringify(values ?? {})}` },
  ),
}));
const { ownAlertText, tightest } = await import('./budgetText');

const budget = (change: Partial<MyBudget>): MyBudget => ({
  id: '1',
  scope: 'person',
  period: 'month',
  cap: 100,
  kind: 'hard',
  warnAt: 80,
  spent: 0,
  outstanding: 0,
  resetsAt: '2026-03-31T15:00:00Z',
  ...change,
});

describe("a person's budgets", () => {
  it('the hard one that ends first is told, never one that only warns', () => {
    const own = budget({ cap: 100, spent: 20 });
    const team = budget({ id: '2', scope: 'group', cap: 1_000, spent: 950 });
    expect(tightest([own, team, budget({ id: '3', kind: 'warning', spent: 99 })])).toBe(team);
    expect(tightest([budget({ kind: 'warning' })])).toBeUndefined();
  });

  it('say nothing unless they told something, and nothing once they were raised', () => {
    expect(ownAlertText(budget({ spent: 85 }), 'KRW')).toBeUndefined();
    expect(ownAlertText(budget({ spent: 85, alert: 'warned' }), 'KRW')).toContain('budget_alert_warned');
    expect(ownAlertText(budget({ cap: 1_000, spent: 85, alert: 'exhausted' }), 'KRW')).toBeUndefined();
  });

  it('that end stop, those that only warn do not', () => {
    const over = { spent: 101, alert: 'exhausted' } as const;
    expect(ownAlertText(budget(over), 'KRW')).toContain('budget_alert_exhausted');
    expect(ownAlertText(budget({ ...over, kind: 'warning' }), 'KRW')).toContain('budget_alert_over');
  });
});
