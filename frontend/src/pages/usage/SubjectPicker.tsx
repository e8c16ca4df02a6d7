import { Check } from 'lucide-react';
import { useState } from 'react';
import { Icon } from '@/components/atoms/Icon';
import { Skeleton } from '@/components/atoms/Skeleton';
import { SearchField } from '@/components/molecules/SearchField';
import { useGroups, usePeople } from '@/features/people/hooks/usePeople';
import { m } from '@/paraglide/messages';

export interface Picked {
  id: string;
  name: string;
}

interface SubjectPickerProps {
  scope: 'person' | 'group';
  /** Somebody at work has to be picked: neither everyone nor who is suspended. */
  somebody?: boolean;
  picked: Picked | undefined;
  /** Nothing picked is for everyone, each with an own account. */
  onPick: (picked: Picked | undefined) => void;
}

const MOST = 4;

/** Everyone each, or one person or group that is searched for. */
export function SubjectPicker({ scope, somebody, picked, onPick }: SubjectPickerProps) {
  const [search, setSearch] = useState('');
  const people = usePeople(search, scope === 'person').data?.pages[0]?.items;
  const groups = useGroups(search, scope === 'group').data?.pages[0]?.items;
  const found: (Picked & { detail?: string })[] | undefined =
    scope === 'person'
      ? people
          ?.filter(({ suspended }) => !somebody || !suspended)
          .map(({ id, name, email }) => ({ id, name, detail: email }))
      : groups;
  const everyone = scope === 'person' ? m.budget_every_person() : m.budget_every_group();
  const row = (key: string, name: string, detail: string | undefined, active: boolean, pick: () => void) => (
    <li key={key}>
      <button
        type="button"
        aria-pressed={active}
        onClick={pick}
        className={`flex h-10 w-full items-center gap-2 px-3 text-left text-sm hover:bg-sunken ${active ? 'bg-accent-soft font-semibold' : ''}`}
      >
        <span className="truncate">{name}</span>
        {detail && <span className="min-w-0 truncate font-normal text-ink-2">{detail}</span>}
        {active && <Icon of={Check} size={16} className="ml-auto text-accent" />}
      </button>
    </li>
  );
  return (
    <div>
      <SearchField label={scope === 'person' ? m.people_search() : m.group_search()} onSearch={setSearch} />
      <ul className="mt-2 overflow-hidden rounded-md border border-line [&>li+li]:border-t [&>li+li]:border-line">
        {!somebody && row('everyone', everyone, m.budget_every_hint(), !picked, () => onPick(undefined))}
        {found ? (
          found
            .slice(0, MOST)
            .map(({ id, name, detail }) =>
              row(id, name, detail, picked?.id === id, () => onPick({ id, name })),
            )
        ) : (
          <li className="p-3">
            <Skeleton rows={2} />
          </li>
        )}
      </ul>
    </div>
  );
}
