import { expect, it, vi } from 'vitest';

vi.mock('@/lib/locale', () => ({ locale: { get: () => 'ko' } }));
vi.mock('@/paraglide/messages', () => ({
  m: new Proxy({}, { get: () => (values?: { hour: string }) => `${values?.hour ?? ''}시` }),
}));
const { healthChart } = await import('./healthCharts');

const line = (from: string, model: string, firstTokenP50?: number) => ({
  from,
  provider: 'p',
  model,
  attempts: 4,
  errors: 1,
  failovers: 0,
  cost: 2,
  ...(firstTokenP50 ? { firstTokenP50 } : {}),
});
const models = [
  { key: 'p/a', name: 'A' },
  { key: 'p/b', name: 'B' },
];

it('hours without a call are gaps, in the zone of the company', () => {
  const { points, series } = healthChart(
    {
      from: '2026-03-13T12:20:00Z',
      to: '2026-03-13T15:20:01Z',
      timeZone: 'Asia/Seoul',
      items: [line('2026-03-13T13:00:00Z', 'a', 120), line('2026-03-13T15:00:00Z', 'b', 80)],
    },
    'hour',
    'first',
    models,
  );
  expect(points.map(({ tick }) => tick)).toEqual(['22시', '23시', '0시', '1시'].slice(0, points.length));
  expect(series[0]!.values[0]).toBe(120);
  expect(series[1]!.values).toContain(80);
  expect(series[0]!.values.filter((value) => value !== null)).toHaveLength(1);
});

it('days and months have one place each', () => {
  const report = {
    from: '2026-01-31T15:00:00Z',
    to: '2026-03-02T03:00:00Z',
    timeZone: 'Asia/Seoul',
    items: [line('2026-01-31T15:00:00Z', 'a')],
  };
  const days = healthChart(report, 'day', 'errors', models);
  expect(days.points).toHaveLength(30);
  expect(days.series[0]!.values[0]).toBe(0.25);
  const months = healthChart(report, 'month', 'cost', models);
  expect(months.points).toHaveLength(2);
  expect(months.series[0]!.values).toEqual([2, null]);
});
