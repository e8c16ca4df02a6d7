import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { BackLink } from '@/components/molecules/BackLink';
import { SearchField } from '@/components/molecules/SearchField';
import type { StoreOrder, ToolCategory } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { CategoryChips } from './CategoryChips';
import { ORDER_TEXT, isOrder } from './orders';
import { ToolSection } from './ToolSection';
import { ToolsList } from './ToolsList';

const SECTIONS: readonly StoreOrder[] = ['favourites', 'featured', 'used'];

/** The tools that the person may use: the first of each kind, or all of one, or what they search for. */
export default function StorePage() {
  const [search, setSearch] = useState('');
  const [category, setCategory] = useState<ToolCategory>();
  const [address] = useSearchParams();
  const asked = address.get('order');
  const order = isOrder(asked) ? asked : undefined;
  useEffect(() => {
    document.title = `${m.store()} · ${m.brand()}`;
  }, []);
  const whole = !search && !order && !category;
  return (
    <section className="flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-labelledby="store-title">
      <div className="mx-auto max-w-5xl">
        {order && <BackLink to="/store">{m.store_back()}</BackLink>}
        <div className="mb-5 flex flex-wrap items-end justify-between gap-3">
          <div className="min-w-0 flex-1 basis-72">
            <h1 id="store-title" className="text-xl font-semibold">
              {order ? ORDER_TEXT[order]() : m.store()}
            </h1>
            <p className="text-sm text-ink-2">{m.store_text()}</p>
          </div>
          <div className="w-full sm:w-72">
            <SearchField label={m.store_search()} onSearch={setSearch} />
          </div>
        </div>
        <CategoryChips chosen={category} onChoose={setCategory} />
        {whole && SECTIONS.map((each) => <ToolSection key={each} order={each} />)}
        {whole && <h2 className="mb-3 font-semibold">{ORDER_TEXT.latest()}</h2>}
        <ToolsList order={order ?? 'latest'} search={search} category={category} />
      </div>
    </section>
  );
}
