import type { ReactNode } from 'react';
import type { SearchInspection } from '@/lib/api/types';
import { numberText } from '@/lib/format';
import { locale } from '@/lib/locale';
import { meaningText, reasonText } from '@/lib/reasonText';
import { m } from '@/paraglide/messages';

interface InspectionSummaryProps {
  inspection: SearchInspection;
  /** Where a document is chosen whose place is asked for. */
  chooser: ReactNode;
}

/** How a question was understood, among what it was searched, and what became of a chosen document. */
export function InspectionSummary({ inspection, chooser }: InspectionSummaryProps) {
  const { terms, scope, meaning, chosen } = inspection;
  return (
    <section
      aria-label={m.inspect()}
      className="space-y-4 rounded-lg border border-line bg-surface p-4 text-sm"
    >
      <p>
        {m.inspect_scope({
          collections: numberText(scope.collections),
          passages: numberText(scope.passages),
        })}
        {scope.filtered && ` ${m.inspect_filtered()}`} {meaningText(meaning)}
      </p>
      {terms.length === 0 ? (
        <p className="text-ink-2">{m.inspect_no_terms()}</p>
      ) : (
        <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={m.inspect_terms()}>
          <table className="w-full min-w-96 text-left">
            <thead className="text-ink-2">
              <tr className="border-b border-line">
                <th className="py-1 pr-3 font-semibold">{m.inspect_term()}</th>
                <th className="py-1 pr-3 text-right font-semibold">{m.inspect_term_passages()}</th>
                <th className="py-1 text-right font-semibold">{m.inspect_term_weight()}</th>
              </tr>
            </thead>
            <tbody>
              {terms.map((term) => (
                <tr key={term.text} className="border-b border-line last:border-b-0">
                  <td className="py-1 pr-3">
                    {term.text}
                    {term.addedBy && (
                      <span className="ml-2 text-xs text-ink-2">
                        {m.inspect_added({ term: term.addedBy })}
                      </span>
                    )}
                  </td>
                  <td className="py-1 pr-3 text-right tabular-nums">{numberText(term.passages)}</td>
                  <td className="py-1 text-right tabular-nums">
                    {term.weight.toLocaleString(locale.get(), { maximumFractionDigits: 2 })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div>
        <h2 className="mb-2 font-semibold">{m.inspect_why()}</h2>
        {chooser}
        {chosen && (
          <p role="status" className="mt-3 rounded-md bg-sunken px-3 py-2">
            {reasonText(chosen)}
            {chosen.wordsRank !== undefined && ` ${m.inspect_chosen_rank({ rank: chosen.wordsRank })}`}
          </p>
        )}
      </div>
    </section>
  );
}
