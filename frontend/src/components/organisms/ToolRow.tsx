import type { ReactNode } from 'react';
import type { ToolLine } from '@/lib/api/types';
import { dateText } from '@/lib/format';
import { shownName } from '@/lib/shownName';
import { toolName } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { ToolMark } from '../atoms/ToolMark';
import { ToolStatusBadge } from '../atoms/ToolStatusBadge';
import { FactsLine } from '../molecules/FactsLine';

/** A line of a list for those who make or review tools; reviewers are told who waits since when, in place of a status. */
export function ToolRow({ tool, waiting }: { tool: ToolLine; waiting?: boolean }) {
  const { id, icon, status, live, submission, updatedAt } = tool;
  const facts: string[] = waiting
    ? [
        ...(submission
          ? [m.review_submitted({ name: shownName(submission.by.name), when: dateText(submission.at) })]
          : []),
        live ? m.review_change({ number: live.number }) : m.review_first(),
      ]
    : [
        ...(live ? [m.tool_release({ number: live.number })] : []),
        m.collection_updated({ when: dateText(updatedAt) }),
      ];
  const badge: ReactNode = !waiting && (
    <span className="flex items-center gap-2">
      {live?.modelGone && (
        <span className="text-sm font-semibold text-warn">{m.tool_model_gone_short()}</span>
      )}
      <ToolStatusBadge status={status} />
    </span>
  );
  return (
    <span className="flex items-center gap-3">
      <ToolMark icon={icon} id={id} />
      <span className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="min-w-0 flex-1 basis-40">
          <span className="block truncate font-semibold">{toolName(tool)}</span>
          <FactsLine facts={facts} />
        </span>
        {badge}
      </span>
    </span>
  );
}
