import { Activity } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Segments } from '@/components/atoms/Segments';
import { Select } from '@/components/atoms/Select';
import { Skeleton } from '@/components/atoms/Skeleton';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { Chart } from '@/components/organisms/Chart';
import { HealthTable } from '@/components/organisms/HealthTable';
import { useAllModels } from '@/features/models/hooks/useAdministration';
import { useModelHealth } from '@/features/reporting/hooks/useUsage';
import { m } from '@/paraglide/messages';
import { healthChart, MEASURES, measureText, type Measure, type Span } from './healthCharts';
import { useModelNames } from './useModelNames';

const MOST_LINES = 6;

/** How each model did over a day, a month or a year: first token, speed, failures, cost, and whether it rests now. */
export default function HealthSection({ editable }: { editable: boolean }) {
  const [span, setSpan] = useState<Span>('hour');
  const [measure, setMeasure] = useState<Measure>('first');
  const query = useModelHealth(span);
  const known = useAllModels(editable).data?.items;
  const nameOf = useModelNames();
  const report = query.data;
  const lines = useMemo(
    () =>
      report?.models.map((line) => {
        const model = known?.find(({ id }) => id === line.model);
        return {
          ...line,
          label: model?.name ?? nameOf(line.model),
          providerName: model?.providerName ?? line.provider,
          resting: model?.resting,
        };
      }),
    [report, known, nameOf],
  );
  const { text, shortText } = useMemo(() => measureText(measure, report?.currency ?? ''), [measure, report]);
  const chart = useMemo(
    () =>
      report &&
      lines &&
      healthChart(
        report,
        span,
        measure,
        lines
          .slice(0, MOST_LINES)
          .map(({ provider, model, label }) => ({ key: `${provider}/${model}`, name: label })),
      ),
    [report, lines, span, measure],
  );
  if (query.error && !report) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!report || !lines || !chart) return <Skeleton rows={4} className="h-16" />;
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <Segments
          label={m.range_label()}
          value={span}
          options={[
            { value: 'hour', label: m.span_hours() },
            { value: 'day', label: m.span_days() },
            { value: 'month', label: m.span_months() },
          ]}
          onChange={setSpan}
        />
        <Select
          label={m.health_measure()}
          value={measure}
          options={(Object.keys(MEASURES) as Measure[]).map((value) => ({
            value,
            label: MEASURES[value].label(),
          }))}
          onChange={setMeasure}
        />
      </div>
      {lines.length === 0 ? (
        <EmptyState icon={Activity} title={m.health_empty()}>
          {m.health_empty_text()}
        </EmptyState>
      ) : (
        <div className={query.isPlaceholderData ? 'opacity-60 transition-opacity duration-150' : ''}>
          <Chart
            title={MEASURES[measure].label()}
            points={chart.points}
            series={chart.series}
            kind="lines"
            text={text}
            shortText={shortText}
          />
          {lines.length > MOST_LINES && (
            <p className="mt-1 text-xs text-ink-2">{m.health_most({ count: String(MOST_LINES) })}</p>
          )}
          <div className="mt-4">
            <HealthTable lines={lines} currency={report.currency} />
          </div>
          <p className="mt-2 text-xs text-ink-2">{m.health_note()}</p>
        </div>
      )}
    </>
  );
}
