import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { ErrorState } from '@/components/molecules/ErrorState';
import { SearchField } from '@/components/molecules/SearchField';
import { usePeople, usePeopleChanges } from '@/features/people/hooks/usePeople';
import type { Person } from '@/lib/api/types';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { PersonRow } from './PersonRow';

interface PeopleSectionProps {
  editable: boolean;
  /** Who reads: nobody shuts themselves out. */
  me: string;
}

/** Everyone in the company with the roles that they hold and whether they may come in. */
export function PeopleSection({ editable, me }: PeopleSectionProps) {
  const [search, setSearch] = useState('');
  const [asked, setAsked] = useState<Person>();
  const query = usePeople(search);
  const { roles, suspension } = usePeopleChanges();
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
            <PersonRow
              key={person.id}
              person={person}
              editable={editable}
              busy={roles.isPending}
              onSuspend={editable && person.id !== me ? () => setAsked(person) : undefined}
              onRoles={(next) => roles.mutate({ id: person.id, roles: next })}
            />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button look="quiet" className="mt-3 w-full" onClick={() => void query.fetchNextPage()}>
          {m.more()}
        </Button>
      )}
      {asked && (
        <ConfirmDialog
          title={
            asked.suspended
              ? m.person_resume({ name: shownName(asked.name) })
              : m.person_suspend({ name: shownName(asked.name) })
          }
          effect={
            asked.suspended
              ? m.person_resume_effect({ name: shownName(asked.name) })
              : m.person_suspend_effect({ name: shownName(asked.name) })
          }
          verb={asked.suspended ? m.person_resume_verb() : m.person_suspend_verb()}
          look={asked.suspended ? 'primary' : 'danger'}
          busy={suspension.isPending}
          onClose={() => setAsked(undefined)}
          onConfirm={() =>
            suspension.mutate(
              { id: asked.id, suspended: !asked.suspended },
              { onSettled: () => setAsked(undefined) },
            )
          }
        />
      )}
    </>
  );
}
