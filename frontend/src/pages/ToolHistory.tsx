import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ErrorState } from '@/components/molecules/ErrorState';
import { ToolFacts } from '@/components/organisms/ToolFacts';
import { useHistory, useRevision } from '@/features/tools/hooks/useHistory';
import type { Tool, ToolDefinition, ToolEvent, ToolRelease } from '@/lib/api/types';
import { momentText } from '@/lib/format';
import { eventText, reasonText, said } from '@/lib/rolloutText';
import { shownName } from '@/lib/shownName';
import { draftOf } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { useCollectionNames } from './useCollectionNames';
import { useModelName } from './useModelName';

/** Who changed, decided and released what; a change opens to what it changed. */
export function ToolHistory({ tool }: { tool: Tool }) {
  const query = useHistory(tool.id, tool.version);
  const [open, setOpen] = useState<string>();
  const events = query.data?.pages.flatMap(({ items }) => items);
  return (
    <section aria-label={m.tool_history()} className="border-t border-line py-6">
      <h2 className="mb-3 font-semibold">{m.tool_history()}</h2>
      {query.error && !events ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !events ? (
        <Skeleton rows={3} className="h-10" />
      ) : (
        <ol className="overflow-hidden rounded-lg border border-line bg-surface">
          {events.map((event) => (
            <li key={event.id} className="border-b border-line px-4 py-2.5 last:border-b-0">
              <Happened
                event={event}
                open={open === event.id}
                onToggle={() => setOpen(open === event.id ? undefined : event.id)}
              />
              {open === event.id && <Changes toolId={tool.id} revision={event.revision} />}
            </li>
          ))}
        </ol>
      )}
      {query.hasNextPage && (
        <Button look="quiet" className="mt-3 w-full" onClick={() => void query.fetchNextPage()}>
          {m.more()}
        </Button>
      )}
    </section>
  );
}

function Happened({ event, open, onToggle }: { event: ToolEvent; open: boolean; onToggle: () => void }) {
  const { at, by, made, reason } = event;
  const words = said(event);
  const line = (
    <>
      <span className="font-semibold">{eventText(event)}</span>
      <span className="min-w-0 flex-1 text-sm text-ink-2">
        {m.tool_history_by({ name: by ? shownName(by.name) : m.tool_history_itself(), when: momentText(at) })}
      </span>
    </>
  );
  return (
    <>
      {made ? (
        <button
          type="button"
          aria-expanded={open}
          onClick={onToggle}
          className="flex w-full flex-wrap items-center gap-x-3 text-left"
        >
          {line}
          <Icon
            of={ChevronDown}
            size={16}
            className={`text-ink-2 transition-transform duration-150 ${open ? 'rotate-180' : ''}`}
          />
        </button>
      ) : (
        <p className="flex flex-wrap items-center gap-x-3">{line}</p>
      )}
      {reason && reason.cause !== 'hand' && <p className="mt-1 text-sm">{reasonText(reason)}</p>}
      {words && (
        <blockquote className="mt-1 border-l-2 border-line-strong pl-3 text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
          {words}
        </blockquote>
      )}
    </>
  );
}

const KNOWN = ['category', 'inputs', 'output', 'sampling'];

/** A definition as a release has it. */
const whole = ({ others, ...made }: ToolDefinition) =>
  draftOf({
    ...made,
    inputs: [],
    output: { kind: 'chat' },
    sampling: {},
    ...others,
  } as unknown as ToolRelease);

/** What has no line of its own yet. */
const rest = ({ others }: ToolDefinition) =>
  JSON.stringify(Object.fromEntries(Object.entries(others).filter(([key]) => !KNOWN.includes(key))), null, 2);

function Changes({ toolId, revision }: { toolId: string; revision: number }) {
  const { data, error, refetch } = useRevision(toolId, revision);
  const { nameOf } = useCollectionNames();
  const modelName = useModelName();
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={2} />;
  const { definition, before } = data;
  const same = before && JSON.stringify(definition) === JSON.stringify(before);
  return (
    <div className="mt-2 border-t border-line py-3">
      {same ? (
        <p className="text-sm text-ink-2">{m.tool_history_same()}</p>
      ) : (
        <ToolFacts
          tool={whole(definition)}
          before={before && whole(before)}
          nameOf={nameOf}
          modelName={modelName}
        />
      )}
      {before && rest(before) !== rest(definition) && (
        <div className="mt-4 text-sm">
          <h3 className="mb-1 font-semibold text-ink-2">{m.tool_history_others()}</h3>
          <pre className="rounded-md bg-sunken p-3 whitespace-pre-wrap [overflow-wrap:anywhere]">
            {rest(definition)}
          </pre>
        </div>
      )}
    </div>
  );
}
