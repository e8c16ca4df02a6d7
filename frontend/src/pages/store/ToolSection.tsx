import { Link } from 'react-router';
import { ToolCard } from '@/components/organisms/ToolCard';
import { useFirstTools } from '@/features/tools/hooks/useStoreTools';
import type { StoreOrder } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { ORDER_TEXT } from './orders';

const FIRST = 3;

/** The first tools of a kind, and the way to all of them; nothing where there are none. */
export function ToolSection({ order }: { order: StoreOrder }) {
  const { data } = useFirstTools(order, FIRST);
  if (!data?.items.length) return null;
  const title = ORDER_TEXT[order]();
  return (
    <section aria-label={title} className="mb-6 animate-appear">
      <div className="mb-3 flex items-baseline justify-between gap-3">
        <h2 className="font-semibold">{title}</h2>
        {data.nextCursor && (
          <Link
            to={`/store?order=${order}`}
            aria-label={m.store_all_of({ title })}
            className="text-sm text-accent hover:underline"
          >
            {m.store_all()}
          </Link>
        )}
      </div>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {data.items.map((tool) => (
          <li key={tool.id} className="min-w-0">
            <ToolCard tool={tool} />
          </li>
        ))}
      </ul>
    </section>
  );
}
