import { SearchX, Store } from 'lucide-react';
import { Button } from '@/components/atoms/Button';
import { Skeleton } from '@/components/atoms/Skeleton';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { ToolCard } from '@/components/organisms/ToolCard';
import { useStoreTools } from '@/features/tools/hooks/useStoreTools';
import type { StoreOrder } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { ORDER_TEXT } from './orders';

const NONE: Record<StoreOrder, () => string> = {
  latest: m.store_empty_text,
  used: m.store_used_none,
  featured: m.store_featured_none,
  favourites: m.store_favourites_none,
};

/** All tools of an order, page by page, or those that hold what is searched for. */
export function ToolsList({ order, search }: { order: StoreOrder; search: string }) {
  const query = useStoreTools(order, search);
  const tools = query.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      {query.error && !tools ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !tools ? (
        <Skeleton rows={4} className="h-28" />
      ) : tools.length > 0 ? (
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3" aria-label={ORDER_TEXT[order]()}>
          {tools.map((tool) => (
            <li key={tool.id} className="min-w-0">
              <ToolCard tool={tool} />
            </li>
          ))}
        </ul>
      ) : search ? (
        <EmptyState icon={SearchX} title={m.store_nothing_found()}>
          {m.store_nothing_found_text()}
        </EmptyState>
      ) : (
        <EmptyState icon={Store} title={order === 'latest' ? m.store_empty() : m.store_none()}>
          {NONE[order]()}
        </EmptyState>
      )}
      {query.hasNextPage && (
        <Button
          look="quiet"
          className="mt-3 w-full"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {m.more()}
        </Button>
      )}
    </>
  );
}
