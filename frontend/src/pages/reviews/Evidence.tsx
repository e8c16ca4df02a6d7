import { Skeleton } from '@/components/atoms/Skeleton';
import { ErrorState } from '@/components/molecules/ErrorState';
import { EvaluationSummary } from '@/components/organisms/EvaluationSummary';
import { EvaluationTable } from '@/components/organisms/EvaluationTable';
import { useToolGate } from '@/features/tools/hooks/useGolden';
import { columnsOf, isOutdated, scoreText } from '@/lib/goldenText';
import type { Tool } from '@/lib/api/types';
import { m } from '@/paraglide/messages';

/** How what was handed in answers its golden questions, beside what people use. */
export function Evidence({ tool }: { tool: Tool }) {
  const { data: gate, error, refetch } = useToolGate(tool.id);
  const columns = gate ? columnsOf(gate, m.golden_submitted()) : [];
  return (
    <section aria-labelledby="golden-evidence" className="mt-6" data-evidence>
      <h2 id="golden-evidence" className="mb-1 font-semibold">
        {m.golden_evidence()}
      </h2>
      {error && !gate ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !gate ? (
        <Skeleton rows={2} className="h-16" />
      ) : !gate.questions ? (
        <p className="text-sm text-ink-2">{m.golden_evidence_none()}</p>
      ) : (
        <>
          <p className="mb-3 text-sm text-ink-2">
            {m.golden_evidence_text({ count: gate.questions, threshold: scoreText(gate.threshold) })}
          </p>
          <div className={`grid gap-3 ${columns.length > 1 ? 'sm:grid-cols-2' : ''}`}>
            {columns.map(({ title, evaluation }) => (
              <EvaluationSummary key={title} title={title} evaluation={evaluation}>
                {evaluation === gate.draft && isOutdated(gate, tool.revision) && (
                  <p className="mt-2 text-sm font-semibold">{m.golden_changed_review()}</p>
                )}
              </EvaluationSummary>
            ))}
          </div>
          {columns.length > 0 && (
            <div className="mt-3">
              <EvaluationTable columns={columns} />
            </div>
          )}
        </>
      )}
    </section>
  );
}
