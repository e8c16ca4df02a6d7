import { Link } from 'react-router';
import { ToolStatusBadge } from '@/components/atoms/ToolStatusBadge';
import { useToolGate } from '@/features/tools/hooks/useGolden';
import type { Evaluation, Tool } from '@/lib/api/types';
import { dateText } from '@/lib/format';
import { reasonText } from '@/lib/rolloutText';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';

function textOf(
  { status, live, canary, submission, decision, fault }: Tool,
  evaluation?: Evaluation,
): string {
  const reviewer = shownName(decision?.by.name ?? '');
  switch (status) {
    case 'EVALUATING':
      return evaluation?.state === 'RUNNING'
        ? m.golden_first({ answered: evaluation.answered, questions: evaluation.questions })
        : m.golden_first_waits();
    case 'SUBMITTED':
      return m.tool_submitted_text({
        name: shownName(submission?.by.name ?? ''),
        when: dateText(submission?.at ?? new Date(0).toISOString()),
      });
    case 'RETURNED':
      if (fault) return m.tool_fault_text();
      return m.tool_returned_text({ name: reviewer });
    case 'APPROVED':
    case 'RELEASING':
      return m.tool_approved_text({ name: reviewer });
    case 'LIVE':
      return canary && !live
        ? m.tool_canary_text({ number: canary.number, percent: canary.percent })
        : m.tool_live_text({ number: live?.number ?? 1 });
    case 'RETIRED':
      return m.tool_retired_text();
    case 'DRAFT':
      if (fault === 'not_proven') return m.tool_not_proven_text();
      return live ? m.tool_changed_text({ number: live.number }) : m.tool_draft_text();
  }
}

/** Where a tool stands, what that means, and what a reviewer said. */
export function StatusNotice({ tool }: { tool: Tool }) {
  const { id, status, live, canary, decision, rolledBack, fault } = tool;
  const { data: gate } = useToolGate(id, status === 'EVALUATING' || fault === 'not_proven');
  // what was asked again since then, and passed, is no reason
  const failed = fault === 'not_proven' && gate?.draft?.state === 'FAILED' ? gate.draft : undefined;
  const back = status !== 'RETIRED' && rolledBack;
  // what was said of an earlier version stays until it is handed in again
  const comments = status !== 'SUBMITTED' && status !== 'EVALUATING' && decision?.comments;
  return (
    <div role="status" className="rounded-lg border border-line bg-surface px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ToolStatusBadge status={status} />
        <span className="min-w-0 flex-1 basis-56 text-sm text-ink-2">{textOf(tool, gate?.draft)}</span>
        {(status === 'EVALUATING' || fault === 'not_proven') && (
          <Link
            to={`/studio/${id}/golden`}
            className="text-sm font-semibold text-accent underline underline-offset-4"
          >
            {m.golden_see()}
          </Link>
        )}
        {(live ?? canary) && status !== 'RETIRED' && (
          <Link
            to={`/store/${id}`}
            className="text-sm font-semibold text-accent underline underline-offset-4"
          >
            {m.studio_see_store()}
          </Link>
        )}
      </div>
      {[live, canary].map(
        (used) =>
          used?.modelGone && (
            <p key={used.number} className="mt-2 border-l-2 border-warn pl-3 text-sm" data-model-gone>
              {m.tool_release_model_gone({ number: used.number, model: used.modelGone })}
            </p>
          ),
      )}
      {fault && <p className="mt-2 text-sm">{reasonText({ ...failed, cause: fault })}</p>}
      {back && (
        <div className="mt-3 border-l-2 border-warn pl-3 text-sm" data-rolled-back={back.reason.cause}>
          <p className="font-semibold">
            {back.backTo
              ? m.tool_history_rolled_back({ number: back.number, backTo: back.backTo })
              : m.tool_history_taken_off({ number: back.number })}
          </p>
          <p>{back.by ? m.rolled_back_by({ name: shownName(back.by.name) }) : reasonText(back.reason)}</p>
        </div>
      )}
      {comments && (
        <blockquote
          aria-label={m.review_comments()}
          className={`mt-3 border-l-2 pl-3 text-sm whitespace-pre-wrap [overflow-wrap:anywhere] ${status === 'RETURNED' ? 'border-warn' : 'border-line-strong'}`}
        >
          {comments}
        </blockquote>
      )}
    </div>
  );
}
