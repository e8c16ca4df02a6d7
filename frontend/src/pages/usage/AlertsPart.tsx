import { Button } from '@/components/atoms/Button';
import { useBudgetAlerts } from '@/features/reporting/hooks/useReports';
import { amountText } from '@/lib/amountText';
import { alertText } from '@/lib/budgetText';
import { dateText } from '@/lib/format';
import { m } from '@/paraglide/messages';

/** What budgets warned of, newest first. */
export function AlertsPart() {
  const query = useBudgetAlerts();
  const alerts = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="mt-8" aria-labelledby="alerts">
      <h2 id="alerts" className="mb-2 font-semibold">
        {m.alerts()}
      </h2>
      {alerts.length === 0 ? (
        <p className="text-sm text-ink-2">{m.alerts_none()}</p>
      ) : (
        <ul className="overflow-hidden rounded-lg border border-line bg-surface">
          {alerts.map((alert) => (
            <li
              key={alert.id}
              className="flex flex-wrap items-baseline gap-x-4 border-b border-line px-4 py-2.5 last:border-b-0"
            >
              <span
                className={`min-w-0 flex-1 basis-52 ${alert.kind === 'exhausted' ? 'text-danger' : 'text-warn'}`}
              >
                {alertText(alert)}
              </span>
              <span className="text-sm text-ink-2 tabular-nums">
                {m.alert_cap({ cap: amountText(alert.cap, alert.currency) })}
              </span>
              <span className="w-20 text-right text-sm text-ink-2 tabular-nums">{dateText(alert.at)}</span>
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button look="quiet" className="mt-2 w-full" onClick={() => void query.fetchNextPage()}>
          {m.more()}
        </Button>
      )}
    </section>
  );
}
