import { Link } from 'react-router';
import type { StoreTool } from '@/lib/api/types';
import { ownerText, toolName, wordsOf } from '@/lib/toolText';
import { ToolMark } from '../atoms/ToolMark';

/** A tool in the store: what it is called, what it does and who answers for it. */
export function ToolCard({ tool }: { tool: StoreTool }) {
  const { id, icon, description, owner } = tool;
  return (
    <Link
      to={`/store/${id}`}
      className="flex h-full flex-col gap-3 rounded-lg border border-line bg-surface p-4 transition-colors duration-150 hover:border-line-strong"
    >
      <span className="flex items-center gap-3">
        <ToolMark icon={icon} id={id} />
        <span className="min-w-0 flex-1 font-semibold [overflow-wrap:anywhere]">{toolName(tool)}</span>
      </span>
      <span className="line-clamp-3 text-sm text-ink-2 [overflow-wrap:anywhere]">{wordsOf(description)}</span>
      {owner && <span className="mt-auto truncate text-xs text-ink-3">{ownerText(owner)}</span>}
    </Link>
  );
}
