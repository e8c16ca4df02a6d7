import type { ReactNode } from 'react';
import type { Evaluation } from '@/lib/api/types';
import { dateText } from '@/lib/format';
import { scoreText } from '@/lib/goldenText';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { EvaluationBadge } from '../atoms/EvaluationBadge';
import { ProgressBar } from '../atoms/ProgressBar';
import { ShareBar } from '../atoms/ShareBar';
import { FactsLine } from '../molecules/FactsLine';

interface EvaluationSummaryProps {
  title: string;
  evaluation: Evaluation;
  /** What is to be said of it. */
  children?: ReactNode;
}

/** One evaluation: passed or not, its score against what was to be reached, or how far it has come. */
export function EvaluationSummary({ title, evaluation, children }: EvaluationSummaryProps) {
  const { state, score, threshold, questions, answered, askedBy, startedAt, endedAt } = evaluation;
  const progress = m.golden_progress({ answered, questions });
  return (
    <section aria-label={title} className="rounded-lg border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="font-semibold">{title}</h3>
        <span role="status" className="flex">
          <EvaluationBadge state={state} />
        </span>
      </div>
      {state === 'RUNNING' ? (
        <div className="mt-3">
          <p className="mb-1.5 text-sm text-ink-2 tabular-nums">{progress}</p>
          <ProgressBar share={questions ? answered / questions : 0} label={progress} />
        </div>
      ) : (
        score !== undefined && (
          <div className="mt-2">
            <p className="mb-1.5 flex flex-wrap items-baseline gap-x-3 tabular-nums">
              <span className="sr-only">{m.golden_score()}</span>
              <span className="text-xl font-semibold">{scoreText(score)}</span>
              <span className="text-sm text-ink-2">
                {m.golden_of_threshold({ threshold: scoreText(threshold) })}
              </span>
            </p>
            <ShareBar
              share={score}
              mark={threshold}
              className={score >= threshold ? 'fill-accent' : 'fill-danger'}
            />
          </div>
        )
      )}
      <div className="mt-2">
        <FactsLine
          facts={[
            m.golden_by({ name: shownName(askedBy.name) }),
            dateText(endedAt ?? startedAt),
            ...(state === 'ERROR' || state === 'CANCELLED' ? [progress] : []),
          ]}
        />
      </div>
      {children}
    </section>
  );
}
