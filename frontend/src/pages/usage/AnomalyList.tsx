import { useAnomalies } from '@/features/reporting/hooks/useUsage';
import { amountText } from '@/lib/amountText';
import { weekdayText } from '@/lib/dayText';
import type { DayRange } from '@/lib/days';
import { locale } from '@/lib/locale';
import { m } from '@/paraglide/messages';
import { useLineNames, type Parting } from './useLineNames';

interface AnomalyListProps {
  range: DayRange;
  by: Parting;
  currency: string;
}

/** Days that cost far more than usual, for the company and for whatever the table is about. */
export function AnomalyList({ range, by, currency }: AnomalyListProps) {
  const company = useAnomalies(range, 'company').data?.items ?? [];
  const parts = useAnomalies(range, by).data?.items ?? [];
  const nameOf = useLineNames();
  const found = [
    ...company.map((item) => ({ ...item, label: m.usage_company() })),
    ...parts.map((item) => ({ ...item, label: nameOf(by, item) })),
  ].sort((a, b) => b.day.localeCompare(a.day) || b.cost - a.cost);
  return (
    <section className="mt-8" aria-labelledby="anomalies">
      <h2 id="anomalies" className="font-semibold">
        {m.anomalies()}
      </h2>
      <p className="mb-2 text-sm text-ink-2">{found.length ? m.anomalies_text() : m.anomalies_none()}</p>
      {found.length > 0 && (
        <ul className="overflow-hidden rounded-lg border border-line bg-surface">
          {found.map(({ day, label, cost, usual }) => (
            <li
              key={`${day} ${label}`}
              className="flex flex-wrap items-baseline gap-x-4 border-b border-line px-4 py-2.5 text-sm tabular-nums last:border-b-0"
            >
              <span className="w-28 shrink-0 text-ink-2">{weekdayText(day)}</span>
              <span className="min-w-0 flex-1 truncate text-base">{label}</span>
              <span className="font-semibold">{amountText(cost, currency)}</span>
              <span className="text-ink-2">
                {m.anomaly_usual({
                  usual: amountText(usual, currency),
                  times: (cost / usual).toLocaleString(locale.get(), { maximumFractionDigits: 1 }),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
