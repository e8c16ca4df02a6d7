import { ChevronDown, Plus, Trash2, Users } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/components/atoms/Avatar';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { IconButton } from '@/components/atoms/IconButton';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { NameDialog } from '@/components/molecules/NameDialog';
import { useGroups, usePeopleChanges } from '@/features/people/hooks/usePeople';
import type { Group } from '@/lib/api/types';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { GroupMembers } from './GroupMembers';

/** Groups to share with; an open one shows its members. */
export function GroupsSection({ editable }: { editable: boolean }) {
  const query = useGroups('');
  const { createGroup, deleteGroup } = usePeopleChanges();
  const [naming, setNaming] = useState(false);
  const [open, setOpen] = useState<string>();
  const [deleting, setDeleting] = useState<Group>();
  const groups = query.data?.pages.flatMap(({ items }) => items);
  const make = (
    <Button look="primary" icon={<Icon of={Plus} />} onClick={() => setNaming(true)}>
      {m.group_new()}
    </Button>
  );
  return (
    <>
      {editable && groups && groups.length > 0 && <div className="mb-3 flex">{make}</div>}
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !groups ? (
        <Skeleton rows={4} className="h-12" />
      ) : groups.length === 0 ? (
        <EmptyState icon={Users} title={m.groups_empty()} action={editable ? make : undefined}>
          {m.groups_empty_text()}
        </EmptyState>
      ) : (
        <ul className="overflow-hidden rounded-lg border border-line bg-surface">
          {groups.map((group) => (
            <li key={group.id} className="border-b border-line px-4 py-2.5 last:border-b-0">
              <div className="flex items-center gap-3">
                <Avatar name={group.name} />
                <button
                  type="button"
                  aria-expanded={open === group.id}
                  onClick={() => setOpen(open === group.id ? undefined : group.id)}
                  className="flex min-w-0 flex-1 items-center gap-2 py-1 text-left font-semibold"
                >
                  <span className="truncate">{shownName(group.name)}</span>
                  <Icon
                    of={ChevronDown}
                    size={16}
                    className={`text-ink-2 transition-transform duration-150 ${open === group.id ? 'rotate-180' : ''}`}
                  />
                </button>
                {editable && (
                  <IconButton
                    icon={Trash2}
                    label={m.group_delete({ name: group.name })}
                    onClick={() => setDeleting(group)}
                  />
                )}
              </div>
              {open === group.id && <GroupMembers group={group} editable={editable} />}
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button look="quiet" className="mt-3 w-full" onClick={() => void query.fetchNextPage()}>
          {m.more()}
        </Button>
      )}
      {naming && (
        <NameDialog
          title={m.group_new()}
          label={m.group_name()}
          verb={m.create()}
          maxLength={80}
          busy={createGroup.isPending}
          onClose={() => setNaming(false)}
          onSubmit={(name) =>
            createGroup.mutate(name, {
              onSuccess: ({ id }) => {
                setNaming(false);
                setOpen(id);
              },
            })
          }
        />
      )}
      {deleting && (
        <ConfirmDialog
          title={m.group_delete({ name: shownName(deleting.name) })}
          effect={m.group_delete_effect()}
          verb={m.delete_()}
          busy={deleteGroup.isPending}
          onClose={() => setDeleting(undefined)}
          onConfirm={() => deleteGroup.mutate(deleting.id, { onSettled: () => setDeleting(undefined) })}
        />
      )}
    </>
  );
}
