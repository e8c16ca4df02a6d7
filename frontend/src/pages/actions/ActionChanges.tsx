import { History } from 'lucide-react';
import { EmptyState } from '@/components/molecules/EmptyState';
import { FactsLine } from '@/components/molecules/FactsLine';
import { PagedList } from '@/components/organisms/PagedList';
import { useActionChangeLog } from '@/features/tools/hooks/useActionSources';
import type { ActionChange } from '@/lib/api/types';
import { momentText } from '@/lib/format';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';

function textOf({ change, detail }: ActionChange): string {
  switch (change) {
    case 'source.added':
      return m.action_change_added({ count: detail.actions ?? 0 });
    case 'source.renewed':
      return m.action_change_renewed({
        version: detail.version ?? 1,
        added: detail.added ?? 0,
        gone: detail.gone ?? 0,
        changed: detail.changed ?? 0,
        drafts: detail.drafts ?? 0,
      });
    case 'source.removed':
      return m.action_change_removed();
    case 'secret.put':
      return m.action_change_secret({ header: detail.header ?? '' });
    case 'action.set':
      return [
        `${detail.name ?? ''}: ${detail.writing ? m.tool_action_writes() : m.tool_action_reads()}`,
        ...(detail.personalFields?.length
          ? [`${m.personal_fields()}: ${detail.personalFields.join(', ')}`]
          : []),
      ].join(' ');
    case 'hosts.put':
      return `${m.actions_hosts()}: ${detail.hosts?.join(', ') || m.tool_none()}`;
  }
}

/** Who changed what of sources, actions and hosts, the latest first. */
export function ActionChanges() {
  const query = useActionChangeLog();
  return (
    <PagedList
      query={query}
      label={m.actions_changes_tab()}
      empty={
        <EmptyState icon={History} title={m.actions_changes_empty()}>
          {m.actions_changes_empty_text()}
        </EmptyState>
      }
    >
      {(line) => (
        <div className="px-4 py-3">
          <p className="[overflow-wrap:anywhere]">
            {line.source && <span className="font-semibold">{line.source} </span>}
            {textOf(line)}
          </p>
          <FactsLine facts={[momentText(line.at), shownName(line.by.name)]} />
        </div>
      )}
    </PagedList>
  );
}
