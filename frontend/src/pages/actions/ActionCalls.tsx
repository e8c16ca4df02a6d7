import { Globe } from 'lucide-react';
import { EmptyState } from '@/components/molecules/EmptyState';
import { FactsLine } from '@/components/molecules/FactsLine';
import { PagedList } from '@/components/organisms/PagedList';
import { useActionCalls } from '@/features/tools/hooks/useActionSources';
import type { ActionCall } from '@/lib/api/types';
import { actionText } from '@/lib/actionText';
import { momentText } from '@/lib/format';
import { shownName } from '@/lib/shownName';
import { toolName } from '@/lib/toolText';
import { m } from '@/paraglide/messages';

const COLOURS = {
  done: 'text-ok',
  refused: 'text-warn',
  declined: 'text-ink-2',
  expired: 'text-ink-2',
  failed: 'text-danger',
};

function CallLine({ call }: { call: ActionCall }) {
  const { at, by, tool, action, host, confirmed, outcome, reason } = call;
  return (
    <div className="px-4 py-3">
      <p className="[overflow-wrap:anywhere]">
        <span className="font-semibold">{action}</span>{' '}
        <span className="font-mono text-sm text-ink-2">{host}</span>
      </p>
      <p className={`text-sm ${COLOURS[outcome]}`}>{actionText(outcome, reason)}</p>
      <FactsLine
        facts={[
          momentText(at),
          m.actions_call_by({ name: shownName(by.name) }),
          tool.name ? toolName({ name: tool.name }) : m.actions_call_tool_hidden(),
          ...(confirmed ? [m.actions_call_confirmed()] : []),
        ]}
      />
    </div>
  );
}

/** What tools called outside, or wanted to, the latest first; what was said in it nobody reads here. */
export function ActionCalls() {
  const query = useActionCalls();
  return (
    <>
      <p className="mb-3 text-sm text-ink-2">{m.actions_calls_text()}</p>
      <PagedList
        query={query}
        label={m.actions_calls_tab()}
        empty={
          <EmptyState icon={Globe} title={m.actions_calls_empty()}>
            {m.actions_calls_empty_text()}
          </EmptyState>
        }
      >
        {(call) => <CallLine call={call} />}
      </PagedList>
    </>
  );
}
