import { X } from 'lucide-react';
import { IconButton } from '@/components/atoms/IconButton';
import { CollectionPicker } from '@/components/organisms/CollectionPicker';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { useCollectionNames } from '../useCollectionNames';

const MOST = 20;

interface ToolCollectionsProps {
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  fixed: boolean;
}

/** What a tool reads. It reaches no further than its maker: what another editor chose and this one may not read is told. */
export function ToolCollections({ chosen, onChange, fixed }: ToolCollectionsProps) {
  const { collections, nameOf } = useCollectionNames();
  return (
    <>
      {collections && !fixed && (
        <CollectionPicker
          collections={collections}
          chosen={[...chosen]}
          onChange={onChange}
          none={m.studio_collections_none()}
          title={m.studio_collections_title()}
          most={MOST}
        />
      )}
      {collections && chosen.length > 0 && (
        <ul className="mt-2 flex flex-wrap gap-2" aria-label={m.tool_collections()}>
          {chosen.map((id) => {
            const name = nameOf(id) ?? m.tool_collection_hidden();
            return (
              <li
                key={id}
                className={`flex max-w-full min-w-0 items-center rounded-full bg-sunken pl-3 text-sm ${fixed ? 'py-1 pr-3' : ''}`}
              >
                <span className="truncate">{shownName(name)}</span>
                {!fixed && (
                  <IconButton
                    icon={X}
                    label={m.studio_collection_remove({ name })}
                    onClick={() => onChange(chosen.filter((each) => each !== id))}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {collections && !fixed && chosen.some((id) => !nameOf(id)) && (
        <p className="mt-2 text-sm text-warn">{m.studio_collections_hidden()}</p>
      )}
      {chosen.length >= MOST && (
        <p className="mt-2 text-sm text-ink-2">{m.studio_collections_most({ count: MOST })}</p>
      )}
    </>
  );
}
