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

/** A person's roles; an administrator presses them on and off. */
export function RoleChips({ person, editable, onChange }: RoleChipsProps) {
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
