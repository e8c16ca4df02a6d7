import { Heart } from 'lucide-react';
import { Link } from 'react-router';
import type { StoreToolLine } from '@/lib/api/types';
import { numberText } from '@/lib/format';
import { ownerText, toolName, wordsOf } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';
import { Rated } from '../atoms/Rated';
import { ToolMark } from '../atoms/ToolMark';

/** A tool in the store: what it is called, what it does, who answers for it and how it is liked. */
export function ToolCard({ tool }: { tool: StoreToolLine }) {
  const { id, icon, description, owner, favourite, people, rating } = tool;
  return (
    <Link
      to={`/store/${id}`}
      className="flex h-full flex-col gap-3 rounded-lg border border-line bg-surface p-4 transition-colors duration-150 hover:border-line-strong"
    >
      <span className="flex items-center gap-3">
        <ToolMark icon={icon} id={id} />
        <span className="min-w-0 flex-1 font-semibold [overflow-wrap:anywhere]">{toolName(tool)}</span>
        {favourite && (
          <span className="text-accent">
            <Icon of={Heart} size={16} className="fill-current" />
            <span className="sr-only">{m.store_favourite()}</span>
          </span>
        )}
      </span>
      <span className="line-clamp-3 text-sm text-ink-2 [overflow-wrap:anywhere]">{wordsOf(description)}</span>
      <span className="mt-auto flex flex-wrap items-center gap-x-3 text-xs text-ink-3">
        {owner && <span className="min-w-0 truncate">{ownerText(owner)}</span>}
        <Rated rating={rating} />
        {people > 0 && (
          <span className="whitespace-nowrap">{m.store_people({ count: numberText(people) })}</span>
        )}
      </span>
    </Link>
  );
}
