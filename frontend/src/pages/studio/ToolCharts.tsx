import { useMemo } from 'react';
import { Chart } from '@/components/organisms/Chart';
import type { ToolAnalytics } from '@/lib/api/types';
import { amountText, shortAmountText } from '@/lib/amountText';
import { dayText, weekdayText } from '@/lib/dayText';
import { numberText } from '@/lib/format';
import { m } from '@/paraglide/messages';
import { perDay } from './perDay';

/** The days of a tool: what was answered for how many, what was not, and what it cost. */
export function ToolCharts({ figures }: { figures: ToolAnalytics }) {
  const { points, lines } = useMemo(() => {
    const days = perDay(figures);
    return {
      points: days.map(({ day }) => ({ tick: dayText(day), label: weekdayText(day) })),
      lines: days.map(({ line }) => line),
    };
  }, [figures]);
  const use = useMemo(
    () => [
      { name: m.analytics_runs(), values: lines.map(({ runs }) => runs) },
      { name: m.analytics_people(), values: lines.map(({ people }) => people) },
    ],
    [lines],
  );
  const missed = useMemo(
    () => [
      { name: m.analytics_not_found(), values: lines.map(({ notFound }) => notFound) },
      { name: m.analytics_not_cited(), values: lines.map(({ notCited }) => notCited) },
      { name: m.analytics_failed(), values: lines.map(({ failed }) => failed) },
    ],
    [lines],
  );
  const cost = useMemo(() => [{ name: m.figure_cost(), values: lines.map((line) => line.cost) }], [lines]);
  const { currency } = figures;
  const text = useMemo(() => (value: number) => amountText(value, currency), [currency]);
  const shortText = useMemo(() => (value: number) => shortAmountText(value, currency), [currency]);
  return (
    <div className="space-y-4">
      <Chart title={m.analytics_use()} points={points} series={use} kind="lines" text={numberText} />
      <Chart title={m.analytics_missed()} points={points} series={missed} kind="lines" text={numberText} />
      <Chart title={m.chart_cost_by_day()} points={points} series={cost} text={text} shortText={shortText} />
    </div>
  );
}
