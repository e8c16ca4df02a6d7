import { UserPlus, X } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/components/atoms/Avatar';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { IconButton } from '@/components/atoms/IconButton';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ErrorState } from '@/components/molecules/ErrorState';
import { SearchField } from '@/components/molecules/SearchField';
import { useGroups, useMembers, usePeople, usePeopleChanges } from '@/features/people/hooks/usePeople';
import type { Group, GroupMember } from '@/lib/api/types';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';

/** Who is in a group, and adding or taking out. */
export function GroupMembers({ group, editable }: { group: Group; editable: boolean }) {
  const [search, setSearch] = useState('');
  // Counted, so that each member empties the search.
  const [added, setAdded] = useState(0);
  const query = useMembers(group.id);
  const people = usePeople(search, editable && search !== '');
  const groups = useGroups(search, editable && search !== '');
  const { addMember, removeMember } = usePeopleChanges();
  const members = query.data?.pages.flatMap(({ items }) => items);
  const found: GroupMember[] = search
    ? [
        ...(people.data?.pages[0]?.items ?? []).map(({ id, name }) => ({
          kind: 'person' as const,
          id,
          name,
        })),
        ...(groups.data?.pages[0]?.items ?? []).map(({ id, name }) => ({ kind: 'group' as const, id, name })),
      ].filter(({ id }) => id !== group.id && !members?.some((member) => member.id === id))
    : [];
  if (query.error && !members) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!members) return <Skeleton rows={2} className="h-8" />;
  return (
    <div className="py-2 pl-11">
      {editable && (
        <div className="mb-2 max-w-72">
          <SearchField key={added} label={m.member_search()} onSearch={setSearch} />
          <ul>
            {found.slice(0, 8).map((member) => (
              <li key={member.id}>
                <button
                  type="button"
                  onClick={() => {
                    addMember.mutate({ groupId: group.id, member });
                    setAdded(added + 1);
                  }}
                  className="flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left text-sm hover:bg-sunken"
                >
                  <Icon of={UserPlus} size={16} className="text-ink-2" />
                  {shownName(member.name)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {members.length === 0 ? (
        <p className="text-sm text-ink-2">{m.members_empty()}</p>
      ) : (
        <ul>
          {members.map((member) => (
            <li key={member.id} className="flex items-center gap-2 py-1">
              <Avatar name={member.name} />
              <span className="min-w-0 flex-1 truncate text-sm">{shownName(member.name)}</span>
              {editable && (
                <IconButton
                  icon={X}
                  label={m.member_remove({ name: member.name })}
                  onClick={() => removeMember.mutate({ groupId: group.id, memberId: member.id })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button
          look="quiet"
          className="mt-1"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {m.more()}
        </Button>
      )}
    </div>
  );
}
