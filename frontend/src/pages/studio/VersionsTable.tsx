import { FramedTable } from '@/components/molecules/FramedTable';
import type { ToolAnalytics } from '@/lib/api/types';
import { amountText, percentText } from '@/lib/amountText';
import { numberText } from '@/lib/format';
import { m } from '@/paraglide/messages';

const CELL = 'px-3 py-2 text-right whitespace-nowrap';

/** The releases of a tool beside each other. */
export function VersionsTable({ figures: { releases, currency } }: { figures: ToolAnalytics }) {
  if (!releases.length) return null;
  return (
    <>
      <h2 className="mt-6 mb-2 font-semibold">{m.analytics_by_release()}</h2>
      <FramedTable
        label={m.analytics_by_release()}
        rows={m.analytics_release()}
        columns={[
          m.analytics_runs(),
          m.analytics_people(),
          m.analytics_unanswered(),
          m.analytics_failed(),
          m.analytics_helped(),
          m.figure_cost(),
        ]}
        figures
      >
        {releases.map(({ release, runs, people, notFound, notCited, failed, helped, didNot, cost }) => (
          <tr key={release} className="border-t border-line">
            <th scope="row" className="px-3 py-2 text-left font-normal whitespace-nowrap">
              {m.tool_release({ number: release })}
            </th>
            <td className={CELL}>{numberText(runs)}</td>
            <td className={CELL}>{numberText(people)}</td>
            <td className={CELL}>{percentText((notFound + notCited) / runs)}</td>
            <td className={CELL}>{percentText(failed / runs)}</td>
            <td className={CELL}>{helped + didNot ? percentText(helped / (helped + didNot)) : '–'}</td>
            <td className={CELL}>{amountText(cost, currency)}</td>
          </tr>
        ))}
      </FramedTable>
    </>
  );
}
