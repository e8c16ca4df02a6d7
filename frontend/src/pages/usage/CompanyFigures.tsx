import { useMemo } from 'react';
import { Skeleton } from '@/components/atoms/Skeleton';
import { Change } from '@/components/molecules/Change';
import { ErrorState } from '@/components/molecules/ErrorState';
import { FigureTile } from '@/components/molecules/FigureTile';
import type { ChosenRange } from '@/components/molecules/RangePicker';
import { Chart } from '@/components/organisms/Chart';
import { useForecast, useModelHealth, useUsageByDay } from '@/features/reporting/hooks/useUsage';
import { amountText, percentText, shortAmountText } from '@/lib/amountText';
import { rangeText } from '@/lib/dayText';
import { rangeBefore } from '@/lib/days';
import { numberText } from '@/lib/format';
import { m } from '@/paraglide/messages';
import { costByDay, costByHour } from './chartOf';

interface CompanyFiguresProps {
  chosen: ChosenRange;
  timeZone: string;
  currency: string;
}

const ENOUGH_DAYS = 14;

/** The numbers of some days beside those of as many days before, where the month goes, and the days as a chart. */
export function CompanyFigures({ chosen: { name, range }, timeZone, currency }: CompanyFiguresProps) {
  const earlier = rangeBefore(range);
  const now = useUsageByDay(range);
  const before = useUsageByDay(earlier);
  const forecast = useForecast().data;
  const hourly = name === 'today';
  const health = useModelHealth('hour', hourly).data;
  const text = useMemo(() => (value: number) => amountText(value, currency), [currency]);
  const shortText = useMemo(() => (value: number) => shortAmountText(value, currency), [currency]);
  const chart = useMemo(() => {
    if (hourly) return health && costByHour(range.from, timeZone, health.items);
    return now.data && costByDay({ from: now.data.from, to: now.data.to }, now.data.items);
  }, [hourly, health, range.from, timeZone, now.data]);
  const series = useMemo(() => [{ name: m.figure_cost(), values: chart?.values ?? [] }], [chart]);
  if (now.error && !now.data) return <ErrorState error={now.error} onRetry={() => void now.refetch()} />;
  if (!now.data) return <Skeleton rows={3} className="h-28" />;
  const { totals } = now.data;
  const past = before.data?.totals;
  const tokens = totals.inputTokens + totals.outputTokens;
  const change = (value: number, was: number | undefined) =>
    was !== undefined &&
    !before.isPlaceholderData && <Change value={value} before={was} period={rangeText(earlier)} />;
  return (
    <div className={now.isPlaceholderData ? 'opacity-60 transition-opacity duration-150' : ''}>
      <dl className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-4">
        <FigureTile
          label={m.figure_cost()}
          value={text(totals.cost)}
          note={change(totals.cost, past?.cost)}
        />
        <FigureTile
          label={m.figure_requests()}
          value={numberText(totals.requests)}
          note={change(totals.requests, past?.requests)}
        />
        <FigureTile
          label={m.figure_tokens()}
          value={numberText(tokens)}
          note={change(tokens, past && past.inputTokens + past.outputTokens)}
        />
        <FigureTile
          label={m.figure_errors()}
          value={numberText(totals.errors)}
          note={m.figure_error_rate({
            rate: percentText(totals.attempts ? totals.errors / totals.attempts : 0),
            attempts: numberText(totals.attempts),
          })}
        />
      </dl>
      {chart ? (
        <Chart title={chart.title} points={chart.points} series={series} text={text} shortText={shortText} />
      ) : (
        <Skeleton rows={1} className="h-[276px]" />
      )}
      {forecast && (
        <p className="mt-2 mb-6 text-sm text-ink-2">
          {m.forecast({ cost: text(forecast.expected), spent: text(forecast.spent) })}{' '}
          {forecast.historyDays < ENOUGH_DAYS && m.forecast_few({ days: String(forecast.historyDays) })}
        </p>
      )}
    </div>
  );
}
