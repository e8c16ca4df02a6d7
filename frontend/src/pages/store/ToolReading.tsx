import { Skeleton } from '@/components/atoms/Skeleton';
import type { StoreTool } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { useCollectionNames } from '../useCollectionNames';

/** What a tool reads, as far as its reader may read it too. */
export function ToolReading({ tool: { collectionIds, readsMore } }: { tool: StoreTool }) {
  const { collections, nameOf } = useCollectionNames();
  const names = collectionIds.map(nameOf).filter((name) => name !== undefined);
  return (
    <>
      <h2 className="mt-7 mb-2 font-semibold">{m.tool_collections()}</h2>
      {collectionIds.length === 0 && !readsMore ? (
        <p className="text-ink-2">{m.tool_reads_nothing()}</p>
      ) : collections ? (
        <>
          <ul className="flex flex-wrap gap-2">
            {names.map((name) => (
              <li key={name} className="max-w-full truncate rounded-full bg-sunken px-3 py-1 text-sm">
                {name}
              </li>
            ))}
          </ul>
          <p className="mt-2 text-sm text-ink-2">{readsMore ? m.store_reads_more() : m.store_reads_mine()}</p>
        </>
      ) : (
        <Skeleton rows={1} className="h-7" />
      )}
    </>
  );
}
