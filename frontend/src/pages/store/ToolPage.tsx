import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Skeleton } from '@/components/atoms/Skeleton';
import { BackLink } from '@/components/molecules/BackLink';
import { ErrorState } from '@/components/molecules/ErrorState';
import { FrameCode } from '@/components/molecules/FrameCode';
import { ToolDoors } from '@/components/molecules/ToolDoors';
import { useStoreTool } from '@/features/tools/hooks/useStoreTools';
import { useConfig } from '@/hooks/useConfig';
import { ProblemError } from '@/lib/api/problem';
import { useDraft } from '@/lib/drafts';
import { toolName, wordsOf } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { ModelGone } from '../ModelGone';
import { useModelName } from '../useModelName';
import { NotMine } from './NotMine';
import { ToolHeader } from './ToolHeader';
import { ToolReading } from './ToolReading';
import { ToolReviews } from './ToolReviews';

/** One tool before it is opened: what it does, what it reads, who answers for it, what others say. */
export default function ToolPage() {
  const { toolId = '' } = useParams();
  const navigate = useNavigate();
  const query = useStoreTool(toolId);
  const modelName = useModelName();
  const config = useConfig();
  const [, write] = useDraft(`tool-${toolId}`);
  const tool = query.data;
  const title = tool && toolName(tool);
  useEffect(() => {
    document.title = `${title ?? m.store()} · ${m.brand()}`;
  }, [title]);
  const gone = query.error instanceof ProblemError && query.error.problem.status === 404;
  const open = (question?: string) => {
    if (question) write(question);
    void navigate(`/?${new URLSearchParams({ tool: toolId })}`);
  };
  return (
    <section className="flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-label={title ?? m.store()}>
      <div className="mx-auto max-w-2xl">
        <BackLink to="/store">{m.store_back()}</BackLink>
        {!gone && !tool && <h1 className="sr-only">{m.store()}</h1>}
        {gone ? (
          <NotMine toolId={toolId} />
        ) : query.error && !tool ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : !tool ? (
          <Skeleton rows={4} className="h-10" />
        ) : (
          <>
            <ToolHeader tool={tool} onOpen={() => open()} />
            <ModelGone using model={tool.model} />
            <p className="mt-5 max-w-[72ch] whitespace-pre-wrap [overflow-wrap:anywhere]">
              {wordsOf(tool.description)}
            </p>
            {tool.starters.length > 0 && (
              <>
                <h2 className="mt-7 mb-2 font-semibold">{m.tool_starters()}</h2>
                <ul className="grid gap-2 sm:grid-cols-2">
                  {tool.starters.map(wordsOf).map((starter) => (
                    <li key={starter}>
                      <button
                        type="button"
                        onClick={() => open(starter)}
                        className="h-full w-full rounded-lg border border-line bg-surface px-4 py-3 text-left text-sm text-ink-2 transition-colors duration-150 [overflow-wrap:anywhere] hover:border-line-strong hover:text-ink"
                      >
                        {starter}
                      </button>
                    </li>
                  ))}
                </ul>
              </>
            )}
            <ToolReading tool={tool} />
            <h2 className="mt-7 mb-2 font-semibold">{m.tool_model()}</h2>
            <p className="text-ink-2">{modelName(tool.model)}</p>
            <ToolDoors toolId={tool.id} origin={window.location.origin} form={tool.inputs.length > 0} />
            {!!config?.embedOrigins.length && (
              <FrameCode
                address={`${window.location.origin}/embed/${tool.id}`}
                title={toolName(tool)}
                origins={config.embedOrigins}
              />
            )}
            <ToolReviews key={tool.id} tool={tool} />
          </>
        )}
      </div>
    </section>
  );
}
