import { ChartColumn, Table2 } from 'lucide-react';
import { lazy, memo, Suspense, useCallback, useMemo, useState } from 'react';
import { m } from '@/paraglide/messages';
import { IconButton } from '../atoms/IconButton';
import { Skeleton } from '../atoms/Skeleton';
import { ChartLegend } from '../molecules/ChartLegend';

export interface ChartPoint {
  /** Below the axis; only as many show as fit. */
  tick: string;
  /** In full, beside the values. */
  label: string;
}

export interface ChartSeries {
  name: string;
  values: readonly (number | null)[];
}

interface ChartProps {
  title: string;
  points: readonly ChartPoint[];
  series: readonly ChartSeries[];
  kind?: 'bars' | 'lines';
  text: (value: number) => string;
  shortText?: (value: number) => string;
}

const Plot = memo(lazy(() => import('./Plot')));

/** Values over time as a drawing, with the pointed-at values in words, and as a table for whoever prefers it. */
export function Chart({ title, points, series, kind = 'bars', text, shortText = text }: ChartProps) {
  const [asTable, setAsTable] = useState(false);
  const [pointed, setPointed] = useState<number>();
  const onPoint = useCallback((index: number | undefined) => setPointed(index), []);
  const many = series.length > 1;
  const empty = !series.some(({ values }) => values.some((value) => value));
  const summary = useMemo(() => {
    const all = series.flatMap(({ values }) => values.map((value, index) => ({ value: value ?? 0, index })));
    const most = all.reduce(
      (best, each) => (each.value > best.value ? each : best),
      all[0] ?? { value: 0, index: 0 },
    );
    return m.chart_summary({
      title,
      from: points[0]?.label ?? '',
      to: points.at(-1)?.label ?? '',
      at: points[most.index]?.label ?? '',
      most: text(most.value),
    });
  }, [title, points, series, text]);
  const at = pointed === undefined ? undefined : points[pointed];
  return (
    <figure className="rounded-lg border border-line bg-surface px-4 pt-3 pb-2">
      <figcaption className="flex min-h-8 items-center gap-3">
        <span className="text-sm font-semibold">{title}</span>
        <span className="ml-auto truncate text-right text-sm text-ink-2 tabular-nums">
          {!many && !asTable && at && (
            <>
              {at.label} <strong className="text-ink">{text(series[0]?.values[pointed!] ?? 0)}</strong>
            </>
          )}
          {many && !asTable && at?.label}
        </span>
        {!empty && (
          <IconButton
            icon={asTable ? ChartColumn : Table2}
            label={asTable ? m.chart_as_chart() : m.chart_as_table()}
            onClick={() => setAsTable(!asTable)}
          />
        )}
      </figcaption>
      {empty ? (
        <p className="grid h-[220px] place-items-center text-sm text-ink-2">{m.chart_empty()}</p>
      ) : asTable ? (
        <div className="my-2 max-h-80 overflow-auto" tabIndex={0} role="region" aria-label={title}>
          <table className="w-full text-sm tabular-nums">
            <thead className="text-ink-2">
              <tr>
                <th scope="col" className="py-1.5 pr-4 text-left font-semibold whitespace-nowrap">
                  {m.chart_when()}
                </th>
                {series.map(({ name }, index) => (
                  <th key={index} scope="col" className="py-1.5 pl-4 text-right font-semibold">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {points.map(({ label }, index) => (
                <tr key={label} className="border-t border-line">
                  <th scope="row" className="py-1.5 pr-4 text-left font-normal whitespace-nowrap">
                    {label}
                  </th>
                  {series.map(({ values }, line) => (
                    <td key={line} className="py-1.5 pl-4 text-right whitespace-nowrap">
                      {values[index] == null ? '–' : text(values[index])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <>
          <div role="img" aria-label={summary}>
            <Suspense fallback={<Skeleton rows={1} className="h-[220px]" />}>
              <Plot points={points} series={series} kind={kind} shortText={shortText} onPoint={onPoint} />
            </Suspense>
          </div>
          {many && <ChartLegend series={series} at={pointed} text={text} />}
        </>
      )}
    </figure>
  );
}
