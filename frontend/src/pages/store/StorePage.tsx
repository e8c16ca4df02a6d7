import { SearchX, Store } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Skeleton } from '@/components/atoms/Skeleton';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { SearchField } from '@/components/molecules/SearchField';
import { ToolCard } from '@/components/organisms/ToolCard';
import { useStoreTools } from '@/features/tools/hooks/useStoreTools';
import { m } from '@/paraglide/messages';

/** The tools that the person may use. */
export default function StorePage() {
  const [search, setSearch] = useState('');
  const query = useStoreTools(search);
  useEffect(() => {
    document.title = `${m.store()} · ${m.brand()}`;
  }, []);
  const tools = query.data?.pages.flatMap(({ items }) => items);
  return (
    <section className="flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-labelledby="store-title">
      <div className="mx-auto max-w-5xl">
        <div className="mb-5 flex flex-wrap items-end justify-between gap-3">
          <div className="min-w-0 flex-1 basis-72">
            <h1 id="store-title" className="text-xl font-semibold">
              {m.store()}
            </h1>
            <p className="text-sm text-ink-2">{m.store_text()}</p>
          </div>
          <div className="w-full sm:w-72">
            <SearchField label={m.store_search()} onSearch={setSearch} />
          </div>
        </div>
        {query.error && !tools ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : !tools ? (
          <Skeleton rows={4} className="h-28" />
        ) : tools.length > 0 ? (
          <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3" aria-label={m.store()}>
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
          <EmptyState icon={Store} title={m.store_empty()}>
            {m.store_empty_text()}
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
      </div>
    </section>
  );
}
