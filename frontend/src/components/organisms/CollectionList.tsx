import { FileSearch, FolderPlus, Globe, Lock, Users } from 'lucide-react';
import { Link, NavLink } from 'react-router';
import type { Collection } from '@/lib/api/types';
import { isShared, sharingText } from '@/lib/sharingText';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { Icon } from '../atoms/Icon';
import { Skeleton } from '../atoms/Skeleton';

interface CollectionListProps {
  collections: Collection[] | undefined;
  onNew: () => void;
}

/** The collections that the person may read. */
export function CollectionList({ collections, onNew }: CollectionListProps) {
  return (
    <nav aria-label={m.collections()} className="flex h-full flex-col gap-2 p-3">
      <Button className="w-full" icon={<Icon of={FolderPlus} />} onClick={onNew}>
        {m.collection_new()}
      </Button>
      <Link
        to="/search"
        className="flex h-9 items-center gap-2.5 rounded-md px-3 text-sm text-ink-2 transition-colors duration-150 hover:bg-sunken hover:text-ink"
      >
        <Icon of={FileSearch} size={16} />
        {m.search_title()}
      </Link>
      {!collections ? (
        <div className="p-2">
          <Skeleton rows={4} className="h-6" />
        </div>
      ) : (
        <ul className="min-h-0 flex-1 space-y-0.5 overflow-y-auto">
          {collections.map(({ id, name, documentCount, sharing }) => (
            <li key={id}>
              <NavLink
                to={`/library/${id}`}
                className={({ isActive }) =>
                  `flex items-center gap-2.5 rounded-md px-3 py-2 text-sm transition-colors duration-150 hover:bg-sunken ${isActive ? 'bg-sunken font-semibold text-ink' : 'text-ink-2'}`
                }
              >
                <Icon of={sharing.everyone ? Globe : isShared(sharing) ? Users : Lock} size={16} />
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{shownName(name)}</span>
                  <span className="block truncate text-xs font-normal text-ink-2">
                    {sharingText(sharing)}
                  </span>
                </span>
                <span className="text-ink-2 tabular-nums">{documentCount}</span>
              </NavLink>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
