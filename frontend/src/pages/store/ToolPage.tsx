import { Ban } from 'lucide-react';
import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Button } from '@/components/atoms/Button';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ToolMark } from '@/components/atoms/ToolMark';
import { BackLink } from '@/components/molecules/BackLink';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { FactsLine } from '@/components/molecules/FactsLine';
import { useStoreTool } from '@/features/tools/hooks/useStoreTools';
import { ProblemError } from '@/lib/api/problem';
import { useDraft } from '@/lib/drafts';
import { dateText } from '@/lib/format';
import { ownerText, toolName, wordsOf } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { useCollectionNames } from '../useCollectionNames';
import { useModelName } from '../useModelName';

/** One tool before it is opened: what it does, what it reads, who answers for it. */
export default function ToolPage() {
  const { toolId = '' } = useParams();
  const navigate = useNavigate();
  const query = useStoreTool(toolId);
  const { collections, nameOf } = useCollectionNames();
  const modelName = useModelName();
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
  const read = tool?.collectionIds.map(nameOf).filter((name) => name !== undefined) ?? [];
  const hidden = (tool?.collectionIds.length ?? 0) - read.length;
  return (
    <section className="flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-label={title ?? m.store()}>
      <div className="mx-auto max-w-2xl">
        <BackLink to="/store">{m.store_back()}</BackLink>
        {(gone || !tool) && <h1 className="sr-only">{m.store()}</h1>}
        {gone ? (
          <EmptyState icon={Ban} title={m.store_gone()}>
            {m.store_gone_text()}
          </EmptyState>
        ) : query.error && !tool ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : !tool ? (
          <Skeleton rows={4} className="h-10" />
        ) : (
          <>
            <div className="flex flex-wrap items-center gap-4">
              <ToolMark icon={tool.icon} id={tool.id} size="lg" />
              <div className="min-w-0 flex-1 basis-48">
                <h1 className="text-2xl font-semibold [overflow-wrap:anywhere]">{title}</h1>
                <FactsLine
                  facts={[
                    ...(tool.owner ? [ownerText(tool.owner)] : []),
                    m.tool_release({ number: tool.release }),
                    m.store_released({ when: dateText(tool.releasedAt) }),
                  ]}
                />
              </div>
              <Button look="primary" size="lg" className="w-full sm:w-auto" onClick={() => open()}>
                {m.store_open()}
              </Button>
            </div>
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
            <h2 className="mt-7 mb-2 font-semibold">{m.tool_collections()}</h2>
            {tool.collectionIds.length === 0 ? (
              <p className="text-ink-2">{m.tool_reads_nothing()}</p>
            ) : collections ? (
              <>
                <ul className="flex flex-wrap gap-2">
                  {read.map((name) => (
                    <li key={name} className="max-w-full truncate rounded-full bg-sunken px-3 py-1 text-sm">
                      {name}
                    </li>
                  ))}
                  {hidden > 0 && (
                    <li className="rounded-full border border-line px-3 py-1 text-sm text-ink-2">
                      {m.tool_collections_hidden({ count: hidden })}
                    </li>
                  )}
                </ul>
                <p className="mt-2 text-sm text-ink-2">{m.store_reads_mine()}</p>
              </>
            ) : (
              <Skeleton rows={1} className="h-7" />
            )}
            <h2 className="mt-7 mb-2 font-semibold">{m.tool_model()}</h2>
            <p className="text-ink-2">{modelName(tool.model)}</p>
          </>
        )}
      </div>
    </section>
  );
}
