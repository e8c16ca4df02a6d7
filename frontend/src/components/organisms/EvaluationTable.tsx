import { ChevronDown } from 'lucide-react';
import { Fragment, useState } from 'react';
import { amountText } from '@/lib/amountText';
import type { EvaluationResult } from '@/lib/api/types';
import { besideEachOther, goldenErrorText, scoreText, type EvaluationColumn } from '@/lib/goldenText';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';
import { FramedTable } from '../molecules/FramedTable';
import { ScoreParts } from '../molecules/ScoreParts';

interface EvaluationTableProps {
  columns: readonly EvaluationColumn[];
  /** A model as people know it. */
  modelName: (id: string) => string;
  /** Of the costs; without it they are not shown. */
  currency?: string | undefined;
}

/** What answers where no model is set. */
const QUOTING = 'extractive';

/** How each golden question was answered, by several beside each other; a question opens to what was said. */
export function EvaluationTable({ columns, modelName, currency }: EvaluationTableProps) {
  const [open, setOpen] = useState<string>();
  const rows = besideEachOther(columns.map(({ evaluation }) => evaluation));
  return (
    <FramedTable
      label={m.golden_results()}
      rows={m.golden_question()}
      columns={columns.map(({ title }) => title)}
    >
      {rows.map(({ questionId, question, results }) => (
        <Fragment key={questionId}>
          <tr className="border-t border-line align-top">
            <th scope="row" className="px-3 py-2 font-normal">
              <button
                type="button"
                aria-expanded={open === questionId}
                onClick={() => setOpen(open === questionId ? undefined : questionId)}
                className="flex w-full items-start gap-1.5 text-left"
              >
                <Icon
                  of={ChevronDown}
                  size={16}
                  className={`mt-0.5 text-ink-2 transition-transform duration-150 ${open === questionId ? 'rotate-180' : ''}`}
                />
                <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{question}</span>
              </button>
            </th>
            {results.map((result, at) => (
              <td key={columns[at]?.title} className="px-3 py-2">
                <Scored result={result} />
              </td>
            ))}
          </tr>
          {open === questionId && (
            <tr>
              <td colSpan={columns.length + 1} className="px-3 pb-4">
                <div className={columns.length > 1 ? 'grid gap-4 sm:grid-cols-2' : ''}>
                  {results.map(
                    (result, at) =>
                      result && (
                        <Said
                          key={columns[at]?.title}
                          title={columns[at]?.title ?? ''}
                          result={result}
                          modelName={modelName}
                          currency={currency}
                        />
                      ),
                  )}
                </div>
              </td>
            </tr>
          )}
        </Fragment>
      ))}
    </FramedTable>
  );
}

/** What a question got, in a cell. */
function Scored({ result }: { result: EvaluationResult | undefined }) {
  if (!result) return <span className="text-ink-2">{m.golden_not_asked()}</span>;
  switch (result.state) {
    case 'PENDING':
      return <span className="text-ink-2">{m.golden_pending()}</span>;
    case 'ANSWERING':
      return <span className="text-info">{m.golden_answering()}</span>;
    case 'ERROR':
      return (
        <>
          <span className="block font-semibold text-warn">{m.golden_error()}</span>
          <span className="block text-xs text-ink-2">{goldenErrorText(result.error ?? 'internal')}</span>
        </>
      );
    case 'DONE':
      return (
        <>
          <span className="block font-semibold tabular-nums">{scoreText(result.score ?? 0)}</span>
          <ScoreParts result={result} />
        </>
      );
  }
}

interface SaidProps {
  title: string;
  result: EvaluationResult;
  modelName: (id: string) => string;
  currency: string | undefined;
}

/** What was said, what it lacks, what was found, and what the judge made of it. */
function Said({ title, result, modelName, currency }: SaidProps) {
  const { state, answer, missing = [], found, verdict, model, cost } = result;
  if (state !== 'DONE') return null;
  const facts = [
    ...(model ? [model === QUOTING ? m.notice_no_model() : modelName(model)] : []),
    ...(cost !== undefined && currency ? [amountText(cost, currency)] : []),
  ];
  return (
    <div role="group" aria-label={title} className="min-w-0 space-y-3">
      <h4 className="font-semibold text-ink-2">{title}</h4>
      {missing.length > 0 && (
        <div className="border-l-2 border-warn pl-3">
          <p className="font-semibold">{m.golden_missing()}</p>
          <ul>
            {missing.map((each) => (
              <li key={each} className="[overflow-wrap:anywhere]">
                {each}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <p className="font-semibold">{m.golden_answer()}</p>
        {answer === undefined ? (
          <p className="text-ink-2">{m.golden_answer_none()}</p>
        ) : (
          <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{answer || m.golden_answer_empty()}</p>
        )}
      </div>
      {found && (
        <div>
          <p className="font-semibold">{m.golden_found()}</p>
          {found.length ? (
            <ol>
              {found.map((name) => (
                <li key={name} className="text-ink-2 [overflow-wrap:anywhere]">
                  {shownName(name)}
                </li>
              ))}
            </ol>
          ) : (
            <p className="text-ink-2">{m.golden_found_none()}</p>
          )}
        </div>
      )}
      {verdict && (
        <div>
          <p className="font-semibold">{m.golden_verdict()}</p>
          <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{verdict}</p>
        </div>
      )}
      {facts.length > 0 && <p className="text-xs text-ink-2 tabular-nums">{facts.join(' · ')}</p>}
    </div>
  );
}
