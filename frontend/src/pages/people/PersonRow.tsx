import { UserRoundCheck, UserRoundX } from 'lucide-react';
import { Avatar } from '@/components/atoms/Avatar';
import { IconButton } from '@/components/atoms/IconButton';
import type { Person, Role } from '@/lib/api/types';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { RoleChips } from './RoleChips';

interface PersonRowProps {
  person: Person;
  editable: boolean;
  busy: boolean;
  /** Absent where it is not for the reader to do: auditors, and oneself. */
  onSuspend: (() => void) | undefined;
  onRoles: (roles: Role[]) => void;
}

/** One person: who, whether they may come in, and what they may do. */
export function PersonRow({ person, editable, busy, onSuspend, onRoles }: PersonRowProps) {
  const { name, suspended } = person;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-b-0">
      <Avatar name={name} />
      <div className="min-w-0 flex-1 basis-32 sm:basis-44">
        <p className="flex min-w-0 items-center gap-2">
          <span className={`truncate font-semibold ${suspended ? 'text-ink-2' : ''}`}>{shownName(name)}</span>
          {suspended && (
            <span className="shrink-0 rounded-full border border-danger px-2 text-xs font-semibold text-danger">
              {m.person_suspended()}
            </span>
          )}
        </p>
        <p className="truncate text-sm text-ink-2">{person.email}</p>
      </div>
      <div className="order-3 w-full sm:order-2 sm:w-auto">
        <RoleChips person={person} editable={editable && !busy} onChange={onRoles} />
      </div>
      {onSuspend ? (
        <IconButton
          className="order-2 sm:order-3"
          icon={suspended ? UserRoundCheck : UserRoundX}
          label={suspended ? m.person_resume({ name }) : m.person_suspend({ name })}
          onClick={onSuspend}
        />
      ) : (
        // the roles of all rows stay in their columns
        editable && <span className="order-2 size-8 sm:order-3" />
      )}
    </li>
  );
}
