import { Ban } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Button } from '@/components/atoms/Button';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ToolMark } from '@/components/atoms/ToolMark';
import { BackLink } from '@/components/molecules/BackLink';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { FactsLine } from '@/components/molecules/FactsLine';
import { useDecision } from '@/features/tools/hooks/useReviews';
import { useTool } from '@/features/tools/hooks/useTools';
import { useMe } from '@/features/session/hooks/useMe';
import { ProblemError } from '@/lib/api/problem';
import { dateText } from '@/lib/format';
import { shownName } from '@/lib/shownName';
import { ownerText, toolName } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { ToolHistory } from '../ToolHistory';
import { DecisionDialog } from './DecisionDialog';
import { Evidence } from './Evidence';
import { Submitted } from './Submitted';

/** One tool before it goes to people: all that it is, what differs from what they have, and the decision. */
export default function ReviewPage() {
  const { toolId = '' } = useParams();
  const navigate = useNavigate();
  const { data: me } = useMe();
  const query = useTool(toolId);
  const decision = useDecision(toolId);
  const [deciding, setDeciding] = useState<{ approves: boolean; version: number }>();
  const tool = query.data;
  const name = tool ? toolName(tool) : '';
  useEffect(() => {
    document.title = `${name || m.reviews()} · ${m.brand()}`;
  }, [name]);
  const gone = query.error instanceof ProblemError && query.error.problem.status === 404;
  const waits = tool?.status === 'SUBMITTED';
  const own = !!me && tool?.submission?.by.id === me.id;
  return (
    <section className="flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-label={name || m.reviews()}>
      <div className="mx-auto max-w-3xl">
        <BackLink to="/reviews">{m.reviews_back()}</BackLink>
        {!(tool && waits && me) && <h1 className="sr-only">{m.reviews()}</h1>}
        {gone || (tool && !waits) ? (
          <EmptyState icon={Ban} title={m.review_done()}>
            {m.review_gone_text()}
          </EmptyState>
        ) : query.error && !tool ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : !tool || !me ? (
          <Skeleton rows={6} className="h-10" />
        ) : (
          <>
            <div className="flex flex-wrap items-center gap-3">
              <ToolMark icon={tool.icon} id={tool.id} />
              <div className="min-w-0 flex-1 basis-56">
                <h1 className="text-xl font-semibold [overflow-wrap:anywhere]">{name}</h1>
                <FactsLine
                  facts={[
                    ...(tool.submission
                      ? [
                          m.review_submitted({
                            name: shownName(tool.submission.by.name),
                            when: dateText(tool.submission.at),
                          }),
                        ]
                      : []),
                    ...(tool.owner ? [ownerText(tool.owner)] : []),
                    tool.live ? m.review_change({ number: tool.live.number }) : m.review_first(),
                  ]}
                />
              </div>
              {!own && (
                <div className="flex gap-2">
                  <Button onClick={() => setDeciding({ approves: false, version: tool.version })}>
                    {m.review_return()}
                  </Button>
                  <Button
                    look="primary"
                    onClick={() => setDeciding({ approves: true, version: tool.version })}
                  >
                    {m.review_approve()}
                  </Button>
                </div>
              )}
            </div>
            {own && <p className="mt-4 rounded-md bg-warn-soft px-4 py-2.5 text-sm">{m.review_own()}</p>}
            {tool.submission?.note && (
              <section aria-label={m.review_note()} className="mt-6">
                <h2 className="mb-1 font-semibold">{m.review_note()}</h2>
                <blockquote className="border-l-2 border-line-strong pl-3 whitespace-pre-wrap [overflow-wrap:anywhere]">
                  {tool.submission.note}
                </blockquote>
              </section>
            )}
            <Evidence tool={tool} />
            <Submitted tool={tool} />
            <ToolHistory tool={tool} />
          </>
        )}
      </div>
      {/* a decision is about what was looked at, and about nothing that came since */}
      {waits && deciding?.version === tool.version && (
        <DecisionDialog
          name={name}
          rollout={tool.rollout}
          approves={deciding.approves}
          busy={decision.isPending}
          onClose={() => setDeciding(undefined)}
          onDecide={(comments, percent) =>
            decision.mutate(
              { approved: deciding.approves, version: deciding.version, comments, percent },
              { onSuccess: () => void navigate('/reviews') },
            )
          }
        />
      )}
    </section>
  );
}
