import { SearchX, Store } from 'lucide-react';
import { EmptyState } from '@/components/molecules/EmptyState';
import { PagedList } from '@/components/organisms/PagedList';
import { ToolCard } from '@/components/organisms/ToolCard';
import { useStoreTools } from '@/features/tools/hooks/useStoreTools';
import type { StoreOrder, ToolCategory } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { ORDER_TEXT } from './orders';

const NONE: Record<StoreOrder, () => string> = {
  latest: m.store_empty_text,
  used: m.store_used_none,
  featured: m.store_featured_none,
  favourites: m.store_favourites_none,
};

interface ToolsListProps {
  order: StoreOrder;
  search: string;
  category?: ToolCategory | undefined;
}

/** All tools of an order and category, page by page, or those that hold what is searched for. */
export function ToolsList({ order, search, category }: ToolsListProps) {
  return (
    <PagedList
      query={useStoreTools({ order, query: search, category })}
      label={ORDER_TEXT[order]()}
      look="cards"
      empty={
        search ? (
          <EmptyState icon={SearchX} title={m.store_nothing_found()}>
            {m.store_nothing_found_text()}
          </EmptyState>
        ) : (
          <EmptyState icon={Store} title={order === 'latest' && !category ? m.store_empty() : m.store_none()}>
            {category ? m.store_category_none() : NONE[order]()}
          </EmptyState>
        )
      }
    >
      {(tool) => <ToolCard tool={tool} />}
    </PagedList>
  );
}
