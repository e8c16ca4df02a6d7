import { Ban } from 'lucide-react';
import { useEffect } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ToolStatusBadge } from '@/components/atoms/ToolStatusBadge';
import { BackLink } from '@/components/molecules/BackLink';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { useToolGate } from '@/features/tools/hooks/useGolden';
import { useTool } from '@/features/tools/hooks/useTools';
import { ProblemError } from '@/lib/api/problem';
import type { GoldenQuestion } from '@/lib/api/types';
import { isFixed, toolName } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { EvaluationPart } from './EvaluationPart';
import { GoldenQuestions } from './GoldenQuestions';

const isGone = (error: unknown) => error instanceof ProblemError && [403, 404].includes(error.problem.status);

/** What a tool must be able to answer, and whether it can. */
export default function GoldenPage() {
  const { toolId = '' } = useParams();
  const navigate = useNavigate();
  const begun = useLocation().state as Partial<GoldenQuestion> | null;
  const query = useTool(toolId);
  const gate = useToolGate(toolId);
  const tool = query.data;
  const title = tool ? toolName(tool) : m.studio();
  useEffect(() => {
    document.title = `${m.golden()} · ${title} · ${m.brand()}`;
  }, [title]);
  const error = query.error ?? gate.error;
  const gone = isGone(query.error) || isGone(gate.error) || (tool && !tool.role);
  const editable = !!tool && !isFixed(tool);
  return (
    <section className="min-w-0 flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-labelledby="golden-title">
      <div className="mx-auto max-w-4xl">
        <BackLink to={`/studio/${toolId}`}>{title}</BackLink>
        <div className="mb-5 flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0 flex-1 basis-64">
            <h1 id="golden-title" className="text-xl font-semibold">
              {m.golden()}
            </h1>
            <p className="text-sm text-ink-2">{m.golden_text()}</p>
          </div>
          {tool && !gone && <ToolStatusBadge status={tool.status} />}
        </div>
        {gone ? (
          <EmptyState icon={Ban} title={m.studio_gone()}>
            {m.studio_gone_text()}
          </EmptyState>
        ) : error && !(tool && gate.data) ? (
          <ErrorState
            error={error}
            onRetry={() => {
              void query.refetch();
              void gate.refetch();
            }}
          />
        ) : !tool || !gate.data ? (
          <Skeleton rows={4} className="h-16" />
        ) : (
          <>
            {!editable && tool.status !== 'RETIRED' && (
              <p className="mb-4 rounded-md bg-warn-soft px-4 py-2.5 text-sm">{m.golden_fixed()}</p>
            )}
            {(gate.data.questions > 0 || gate.data.draft) && (
              <EvaluationPart tool={tool} gate={gate.data} editable={editable} />
            )}
            <GoldenQuestions
              toolId={toolId}
              count={gate.data.questions}
              editable={editable}
              begun={begun ?? undefined}
              onBegun={() => void navigate('.', { replace: true, state: null })}
            />
          </>
        )}
      </div>
    </section>
  );
}
