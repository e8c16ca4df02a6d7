import { FileText } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Skeleton } from '@/components/atoms/Skeleton';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { useScheduledReports } from '@/features/reporting/hooks/useReports';
import type { ScheduledReport } from '@/lib/api/types';
import { amountText } from '@/lib/amountText';
import { monthText, weekdayText } from '@/lib/dayText';
import { m } from '@/paraglide/messages';
import { AlertsPart } from './AlertsPart';
import { ReportDialog } from './ReportDialog';

const reportTitle = ({ period, startsOn }: ScheduledReport) =>
  period === 'day'
    ? m.report_day({ day: weekdayText(startsOn) })
    : m.report_month({ month: monthText(startsOn) });

/** The reports that were made each day and month, and what budgets said. */
export default function ReportsSection() {
  const query = useScheduledReports();
  const [opened, setOpened] = useState<ScheduledReport>();
  const reports = query.data?.pages.flatMap(({ items }) => items);
  if (query.error && !reports) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!reports) return <Skeleton rows={4} className="h-14" />;
  return (
    <>
      {reports.length === 0 ? (
        <EmptyState icon={FileText} title={m.reports_empty()}>
          {m.reports_empty_text()}
        </EmptyState>
      ) : (
        <ul className="overflow-hidden rounded-lg border border-line bg-surface">
          {reports.map((report) => (
            <li key={report.id} className="border-b border-line last:border-b-0">
              <button
                type="button"
                onClick={() => setOpened(report)}
                className="flex w-full flex-wrap items-baseline gap-x-4 px-4 py-3 text-left hover:bg-paper"
              >
                <span className="min-w-0 flex-1 basis-40 font-semibold">{reportTitle(report)}</span>
                <span className="text-sm text-ink-2 tabular-nums">
                  {m.report_requests({ count: report.figures.totals.requests.toLocaleString() })}
                </span>
                <span className="w-28 text-right font-semibold tabular-nums">
                  {amountText(report.figures.totals.cost, report.currency)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button look="quiet" className="mt-2 w-full" onClick={() => void query.fetchNextPage()}>
          {m.more()}
        </Button>
      )}
      <AlertsPart />
      {opened && (
        <ReportDialog report={opened} title={reportTitle(opened)} onClose={() => setOpened(undefined)} />
      )}
    </>
  );
}
