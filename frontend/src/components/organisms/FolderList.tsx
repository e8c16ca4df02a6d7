import {
  ChevronRight,
  Folder as FolderIcon,
  FolderInput,
  MoreHorizontal,
  Pencil,
  Trash2,
} from 'lucide-react';
import type { Folder } from '@/lib/api/types';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';
import { Menu } from '../molecules/Menu';

interface FolderListProps {
  collectionName: string;
  path: readonly Folder[];
  folders: readonly Folder[];
  /** The documents of each folder, with those of the folders below it. */
  counts: ReadonlyMap<string, number>;
  editable: boolean;
  onOpen: (folderId: string | undefined) => void;
  onAct: (act: 'rename' | 'move' | 'delete', folder: Folder) => void;
}

const crumb = 'max-w-48 truncate rounded-md px-1.5 py-1 text-sm text-accent hover:bg-sunken hover:underline';

/** Where the person is in a collection, and the folders that lie there. */
export function FolderList(props: FolderListProps) {
  const { collectionName, path, folders, counts, editable, onOpen, onAct } = props;
  return (
    <>
      {path.length > 0 && (
        <nav aria-label={m.folder_path()} className="mb-2">
          <ol className="flex flex-wrap items-center gap-0.5">
            <li>
              <button type="button" className={crumb} onClick={() => onOpen(undefined)}>
                {shownName(collectionName)}
              </button>
            </li>
            {path.map(({ id, name }, index) => (
              <li key={id} className="flex min-w-0 items-center gap-0.5">
                <Icon of={ChevronRight} size={15} className="text-ink-3" />
                {index === path.length - 1 ? (
                  <span aria-current="page" className="max-w-64 truncate px-1.5 py-1 text-sm font-semibold">
                    {shownName(name)}
                  </span>
                ) : (
                  <button type="button" className={crumb} onClick={() => onOpen(id)}>
                    {shownName(name)}
                  </button>
                )}
              </li>
            ))}
          </ol>
        </nav>
      )}
      {folders.length > 0 && (
        <ul aria-label={m.folders()} className="mb-3 grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
          {folders.map((folder) => (
            <li
              key={folder.id}
              className="flex items-center rounded-lg border border-line bg-surface pr-1 hover:border-line-strong"
            >
              <button
                type="button"
                onClick={() => onOpen(folder.id)}
                className="flex min-w-0 flex-1 items-center gap-2.5 rounded-lg px-3 py-2.5 text-left text-sm"
              >
                <Icon of={FolderIcon} className="shrink-0 text-accent" />
                <span className="min-w-0 flex-1 truncate font-semibold">{shownName(folder.name)}</span>
                <span className="text-ink-2 tabular-nums">{counts.get(folder.id)}</span>
              </button>
              {editable && (
                <Menu
                  label={m.folder_menu({ name: folder.name })}
                  icon={MoreHorizontal}
                  items={[
                    { label: m.rename(), icon: Pencil, onSelect: () => onAct('rename', folder) },
                    { label: m.move(), icon: FolderInput, onSelect: () => onAct('move', folder) },
                    {
                      label: m.delete_(),
                      icon: Trash2,
                      danger: true,
                      onSelect: () => onAct('delete', folder),
                    },
                  ]}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
