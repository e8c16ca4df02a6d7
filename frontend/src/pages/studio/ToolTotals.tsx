import { FigureTile } from '@/components/molecules/FigureTile';
import type { ToolAnalytics } from '@/lib/api/types';
import { amountText, percentText } from '@/lib/amountText';
import { numberText } from '@/lib/format';
import { m } from '@/paraglide/messages';

/** The numbers of all days together. */
export function ToolTotals({ figures: { totals, currency } }: { figures: ToolAnalytics }) {
  const { runs, people, cost, failed, notFound, notCited, helped, didNot } = totals;
  const share = (count: number) => percentText(runs ? count / runs : 0);
  const rated = helped + didNot;
  return (
    <dl className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-3">
      <FigureTile label={m.analytics_runs()} value={numberText(runs)} />
      <FigureTile label={m.analytics_people()} value={numberText(people)} />
      <FigureTile
        label={m.figure_cost()}
        value={amountText(cost, currency)}
        note={runs > 0 && m.analytics_cost_each({ cost: amountText(cost / runs, currency) })}
      />
      <FigureTile
        label={m.analytics_unanswered()}
        value={share(notFound + notCited)}
        note={m.analytics_unanswered_note({ found: numberText(notFound), cited: numberText(notCited) })}
      />
      <FigureTile label={m.analytics_failed()} value={share(failed)} note={numberText(failed)} />
      <FigureTile
        label={m.analytics_helped()}
        value={rated ? percentText(helped / rated) : '–'}
        note={m.analytics_rated({ count: numberText(rated) })}
      />
    </dl>
  );
}
