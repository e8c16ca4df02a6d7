import { ErrorState } from '@/components/molecules/ErrorState';
import { ToolFacts } from '@/components/organisms/ToolFacts';
import { Skeleton } from '@/components/atoms/Skeleton';
import { useReleases } from '@/features/tools/hooks/useTools';
import type { Tool } from '@/lib/api/types';
import { draftOf, tidy } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { ModelGone } from '../ModelGone';
import { OutdatedActions } from '../OutdatedActions';
import { useCollectionNames } from '../useCollectionNames';
import { useModelName } from '../useModelName';

const print = (tool: Parameters<typeof draftOf>[0]) => JSON.stringify(tidy(draftOf(tool)));

/** What was handed in; of a tool that people use already, first what is different from theirs. */
export function Submitted({ tool }: { tool: Tool }) {
  const query = useReleases(tool.id, tool.live?.number);
  const { nameOf } = useCollectionNames();
  const modelName = useModelName();
  const live = query.data?.pages.flatMap(({ items }) => items).find((release) => release.live);
  const names = { nameOf, modelName };
  return (
    <>
      <ModelGone model={tool.model} />
      <OutdatedActions tool={tool} />
      {tool.live && (
        <section className="mt-6 rounded-lg border border-line bg-surface p-4" data-difference>
          <h2 className="mb-3 font-semibold">{m.review_differs({ number: tool.live.number })}</h2>
          {query.error && !live ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : !live ? (
            <Skeleton rows={3} />
          ) : print(tool) === print(live) ? (
            <p className="text-ink-2">{m.review_same({ number: live.number })}</p>
          ) : (
            <ToolFacts
              tool={draftOf(tool)}
              actions={tool.actions}
              before={draftOf(live)}
              actionsBefore={live.actions}
              {...names}
            />
          )}
        </section>
      )}
      <section className="mt-6 rounded-lg border border-line bg-surface p-4">
        <h2 className="mb-3 font-semibold">{m.review_what()}</h2>
        <ToolFacts tool={draftOf(tool)} actions={tool.actions} {...names} />
      </section>
    </>
  );
}
