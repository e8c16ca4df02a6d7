import type { ReactNode } from 'react';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { Skeleton } from '../atoms/Skeleton';
import { ErrorState } from '../molecules/ErrorState';

const LOOKS = {
  rows: {
    list: 'overflow-hidden rounded-lg border border-line bg-surface',
    item: 'border-b border-line last:border-b-0',
    waiting: 'h-16',
  },
  cards: { list: 'grid gap-3 sm:grid-cols-2 lg:grid-cols-3', item: 'min-w-0', waiting: 'h-28' },
};

interface PagedListProps<Item> {
  /** What an infinite query of the client gives. */
  query: {
    data: { pages: { items: Item[] }[] } | undefined;
    error: unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    refetch: () => unknown;
    fetchNextPage: () => unknown;
  };
  label: string;
  look?: keyof typeof LOOKS;
  empty: ReactNode;
  children: (item: Item) => ReactNode;
}

/** What is read page by page: that it comes, why it does not, that there is none, or the items and more on demand. */
export function PagedList<Item extends { id: string }>(props: PagedListProps<Item>) {
  const { query, label, look = 'rows', empty, children } = props;
  const { list, item: place, waiting } = LOOKS[look];
  const items = query.data?.pages.flatMap((page) => page.items);
  if (!items) {
    if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    return <Skeleton rows={4} className={waiting} />;
  }
  if (items.length === 0) return empty;
  return (
    <>
      <ul className={list} aria-label={label}>
        {items.map((item) => (
          <li key={item.id} className={place}>
            {children(item)}
          </li>
        ))}
      </ul>
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
