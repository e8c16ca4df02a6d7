import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { ErrorState } from '@/components/molecules/ErrorState';
import { ToolFacts } from '@/components/organisms/ToolFacts';
import { useRollout } from '@/features/tools/hooks/useRollout';
import { useReleases } from '@/features/tools/hooks/useTools';
import type { Tool } from '@/lib/api/types';
import { dateText } from '@/lib/format';
import { shownName } from '@/lib/shownName';
import { draftOf } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { useCollectionNames } from '../useCollectionNames';
import { useModelName } from '../useModelName';

/** What went out when and by whose approval; an open one shows what it was. */
export function Releases({ tool }: { tool: Tool }) {
  const query = useReleases(tool.id, tool.live?.number);
  const [open, setOpen] = useState<number>();
  const [asking, setAsking] = useState<number>();
  const { back } = useRollout(tool.id);
  // the newest that anybody uses
  const newest = tool.canary?.number ?? tool.live?.number;
  const { nameOf } = useCollectionNames();
  const modelName = useModelName();
  const releases = query.data?.pages.flatMap(({ items }) => items);
  return (
    <section aria-label={m.releases()} className="border-t border-line py-6">
      <h2 className="mb-3 font-semibold">{m.releases()}</h2>
      {query.error && !releases ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !releases ? (
        <Skeleton rows={2} className="h-12" />
      ) : releases.length === 0 ? (
        <p className="text-sm text-ink-2">{m.releases_none()}</p>
      ) : (
        <ul className="overflow-hidden rounded-lg border border-line bg-surface">
          {releases.map((release) => {
            const { number, live, approvedBy, releasedAt } = release;
            return (
              <li key={number} className="border-b border-line px-4 py-2 last:border-b-0">
                <button
                  type="button"
                  aria-expanded={open === number}
                  onClick={() => setOpen(open === number ? undefined : number)}
                  className="flex w-full flex-wrap items-center gap-x-3 py-1 text-left"
                >
                  <span className="font-semibold">{m.tool_release({ number })}</span>
                  {live && <span className="text-sm font-semibold text-ok">{m.release_live()}</span>}
                  {tool.canary?.number === number && (
                    <span className="text-sm font-semibold text-warn">
                      {m.rollout_share({ percent: tool.canary.percent })}
                    </span>
                  )}
                  <span className="min-w-0 flex-1 text-sm text-ink-2">
                    {m.release_by({ name: shownName(approvedBy.name), when: dateText(releasedAt) })}
                  </span>
                  <Icon
                    of={ChevronDown}
                    size={16}
                    className={`text-ink-2 transition-transform duration-150 ${open === number ? 'rotate-180' : ''}`}
                  />
                </button>
                {open === number && (
                  <div className="border-t border-line py-3">
                    <ToolFacts
                      tool={draftOf(release)}
                      actions={release.actions}
                      nameOf={nameOf}
                      modelName={modelName}
                    />
                    {tool.role === 'owner' && !live && newest && number < newest && (
                      <Button className="mt-4" onClick={() => setAsking(number)}>
                        {m.rollback_to({ number })}
                      </Button>
                    )}
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {asking && newest && (
        <ConfirmDialog
          title={m.rollback_to_title({ number: asking })}
          effect={m.rollback_to_effect({ newest, number: asking })}
          verb={m.rollback_to({ number: asking })}
          busy={back.isPending}
          onClose={() => setAsking(undefined)}
          onConfirm={() =>
            back.mutate({ from: newest, to: asking }, { onSettled: () => setAsking(undefined) })
          }
        />
      )}
      {query.hasNextPage && (
        <Button look="quiet" className="mt-3 w-full" onClick={() => void query.fetchNextPage()}>
          {m.more()}
        </Button>
      )}
    </section>
  );
}
