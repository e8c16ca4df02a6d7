import { Link } from 'react-router';
import type { CollectionTools } from '@/lib/api/types';
import { toolName } from '@/lib/toolText';
import { m } from '@/paraglide/messages';

const SHOWN = 5;

/** Which live tools read a collection; nothing when none does. */
export function CollectionReaders({ tools: { items, count, others } }: { tools: CollectionTools }) {
  if (count === 0) return null;
  const shown = items.slice(0, SHOWN);
  const more = count - others - shown.length;
  return (
    <p className="mt-2 flex flex-wrap gap-x-2 gap-y-1 text-sm text-ink-2">
      <span>{m.collection_read_by()}</span>
      {shown.map((tool) => (
        <Link
          key={tool.id}
          to={`/store/${tool.id}`}
          className="max-w-full truncate text-accent underline underline-offset-2"
        >
          {toolName(tool)}
        </Link>
      ))}
      {more > 0 && <span>{m.collection_read_by_more({ count: more })}</span>}
      {others > 0 && <span>{m.collection_read_by_others({ count: others })}</span>}
    </p>
  );
}
