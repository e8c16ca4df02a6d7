import { ShareBar } from '@/components/atoms/ShareBar';
import { Change } from '@/components/molecules/Change';
import { Dialog } from '@/components/molecules/Dialog';
import { FigureTile } from '@/components/molecules/FigureTile';
import { amountText } from '@/lib/amountText';
import type { ScheduledReport, UsageLine } from '@/lib/api/types';
import { rangeText } from '@/lib/dayText';
import { rangeBefore } from '@/lib/days';
import { numberText } from '@/lib/format';
import { m } from '@/paraglide/messages';
import { useLineNames, type Parting } from './useLineNames';

interface ReportDialogProps {
  report: ScheduledReport;
  title: string;
  onClose: () => void;
}

/** A finished report as it was sent: the numbers of then, not of now. */
export function ReportDialog({ report, title, onClose }: ReportDialogProps) {
  const { figures, currency } = report;
  const { totals, costBefore } = figures;
  const nameOf = useLineNames();
  const lines = (by: Parting, heading: string, all: readonly UsageLine[]) =>
    all.length > 0 && (
      <section className="mt-5">
        <h3 className="mb-1.5 text-sm font-semibold text-ink-2">{heading}</h3>
        <ul>
          {all.map((line) => (
            <li key={line.subjectId ?? line.name ?? ''} className="py-1.5">
              <p className="flex items-baseline gap-3 text-sm">
                <span className="min-w-0 flex-1 truncate">{nameOf(by, line)}</span>
                <span className="font-semibold tabular-nums">{amountText(line.cost, currency)}</span>
              </p>
              <ShareBar share={totals.cost ? line.cost / totals.cost : 0} />
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <Dialog wide title={title} onClose={onClose}>
      <dl className="grid grid-cols-2 gap-3">
        <FigureTile
          label={m.figure_cost()}
          value={amountText(totals.cost, currency)}
          note={
            <Change
              value={totals.cost}
              before={costBefore}
              period={rangeText(rangeBefore({ from: report.startsOn, to: report.endsOn }))}
            />
          }
        />
        <FigureTile
          label={m.figure_requests()}
          value={numberText(totals.requests)}
          note={m.report_errors({ count: numberText(totals.errors) })}
        />
      </dl>
      {lines('model', m.by_model(), figures.models)}
      {lines('group', m.by_group(), figures.groups)}
      {lines('person', m.by_person(), figures.people)}
      {lines('tool', m.by_tool(), figures.tools ?? [])}
    </Dialog>
  );
}
