import { useState } from 'react';
import { Avatar } from '@/components/atoms/Avatar';
import { Button } from '@/components/atoms/Button';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ErrorState } from '@/components/molecules/ErrorState';
import { SearchField } from '@/components/molecules/SearchField';
import { usePeople, usePeopleChanges } from '@/features/people/hooks/usePeople';
import type { Person, Role } from '@/lib/api/types';
import { m } from '@/paraglide/messages';

const ROLES: readonly Role[] = ['member', 'builder', 'reviewer', 'admin', 'auditor'];

const roleText = (role: Role) =>
  ({
    member: m.role_member,
    builder: m.role_builder,
    reviewer: m.role_reviewer,
    admin: m.role_admin,
    auditor: m.role_auditor,
  })[role]();

interface RoleChipsProps {
  person: Person;
  editable: boolean;
  onChange: (roles: Role[]) => void;
}

function RoleChips({ person, editable, onChange }: RoleChipsProps) {
  return (
    <div role="group" aria-label={m.roles_of({ name: person.name })} className="flex flex-wrap gap-1.5">
      {ROLES.map((role) => {
        const held = person.roles.includes(role);
        if (!editable && !held) return null;
        return (
          <button
            key={role}
            type="button"
            aria-pressed={held}
            disabled={!editable}
            onClick={() =>
              onChange(held ? person.roles.filter((each) => each !== role) : [...person.roles, role])
            }
            className={`rounded-full border px-3 py-0.5 text-sm transition-colors duration-150 ${held ? 'border-accent bg-accent-soft font-semibold text-accent' : 'border-line text-ink-2 hover:border-line-strong'}`}
          >
            {roleText(role)}
          </button>
        );
      })}
    </div>
  );
}

/** Everyone in the company with the roles that they hold. */
export function PeopleSection({ editable }: { editable: boolean }) {
  const [search, setSearch] = useState('');
  const query = usePeople(search);
  const { roles } = usePeopleChanges();
  const people = query.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <div className="mb-3 max-w-72">
        <SearchField label={m.people_search()} onSearch={setSearch} />
      </div>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !people ? (
        <Skeleton rows={5} className="h-12" />
      ) : people.length === 0 ? (
        <p className="py-10 text-center text-sm text-ink-2">{m.people_nothing_found()}</p>
      ) : (
        <ul className="overflow-hidden rounded-lg border border-line bg-surface">
          {people.map((person) => (
            <li
              key={person.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-b-0"
            >
              <Avatar name={person.name} />
              <div className="min-w-0 flex-1 basis-44">
                <p className="truncate font-semibold">{person.name}</p>
                <p className="truncate text-sm text-ink-2">{person.email}</p>
              </div>
              <RoleChips
                person={person}
                editable={editable && !roles.isPending}
                onChange={(next) => roles.mutate({ id: person.id, roles: next })}
              />
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button look="quiet" className="mt-3 w-full" onClick={() => void query.fetchNextPage()}>
          {m.more()}
        </Button>
      )}
    </>
  );
}
