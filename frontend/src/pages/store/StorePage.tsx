import { SearchX, Store } from 'lucide-react';
import { useEffect, useState } from 'react';
import { EmptyState } from '@/components/molecules/EmptyState';
import { SearchField } from '@/components/molecules/SearchField';
import { PagedList } from '@/components/organisms/PagedList';
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
        <PagedList
          query={query}
          label={m.store()}
          look="cards"
          empty={
            search ? (
              <EmptyState icon={SearchX} title={m.store_nothing_found()}>
                {m.store_nothing_found_text()}
              </EmptyState>
            ) : (
              <EmptyState icon={Store} title={m.store_empty()}>
                {m.store_empty_text()}
              </EmptyState>
            )
          }
        >
          {(tool) => <ToolCard tool={tool} />}
        </PagedList>
      </div>
    </section>
  );
}
