import { Globe, UserPlus, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Subject } from '@/lib/api/types';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { Avatar } from '../atoms/Avatar';
import { Icon } from '../atoms/Icon';
import { IconButton } from '../atoms/IconButton';
import { Select } from '../atoms/Select';
import { Skeleton } from '../atoms/Skeleton';
import { Dialog } from '../molecules/Dialog';
import { ErrorState } from '../molecules/ErrorState';
import { SearchField } from '../molecules/SearchField';

export interface Candidate {
  subject: Subject;
  name: string;
  detail: string;
}

interface Given<R extends string> {
  id: string;
  subject: Subject;
  name: string;
  role: R;
}

interface SharingDialogProps<R extends string> {
  title: string;
  /** What may be given, the least first and the right to own last. */
  roles: readonly { value: R; label: string }[];
  grants: Given<R>[] | undefined;
  /** What an empty list means. */
  nobody?: string;
  error?: Error | null;
  onRetry?: (() => void) | undefined;
  candidates: Candidate[];
  editable: boolean;
  onSearch: (query: string) => void;
  onGrant: (subject: Subject, role: R) => void;
  onRemove: (grant: Given<R>) => void;
  onClose: () => void;
  /** What else is said about who sees it. */
  children?: ReactNode;
}

const sameSubject = (a: Subject, b: Subject) => a.kind === b.kind && a.id === b.id;

function Face({ kind, name }: { kind: Subject['kind']; name: string }) {
  if (kind !== 'everyone') return <Avatar name={name} />;
  return (
    <span className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft text-accent">
      <Icon of={Globe} size={16} />
    </span>
  );
}

/** Who may do what with a collection or a tool: people, groups or everyone. */
export function SharingDialog<R extends string>(props: SharingDialogProps<R>) {
  const {
    title,
    roles,
    grants,
    nobody,
    error,
    onRetry,
    candidates,
    editable,
    onSearch,
    onGrant,
    onRemove,
    onClose,
    children,
  } = props;
  const [role, setRole] = useState(roles[0]!.value);
  // Counted, so that each grant empties the search.
  const [given, setGiven] = useState(0);
  const owners = grants?.filter((grant) => grant.role === 'owner').length ?? 0;
  const open = candidates.filter(
    ({ subject }) =>
      !grants?.some((grant) => sameSubject(grant.subject, subject)) &&
      // nobody in particular cannot own
      (subject.kind !== 'everyone' || role !== 'owner'),
  );
  return (
    <Dialog wide title={title} onClose={onClose}>
      {editable && (
        <div className="mb-5">
          <div className="flex gap-2">
            <div className="min-w-0 flex-1">
              <SearchField key={given} label={m.share_search()} onSearch={onSearch} />
            </div>
            <Select label={m.share_role()} value={role} options={roles} onChange={setRole} />
          </div>
          <ul className="mt-2 max-h-48 overflow-y-auto" aria-label={m.share_candidates()}>
            {open.map(({ subject, name, detail }) => (
              <li key={`${subject.kind}${subject.id ?? ''}`}>
                <button
                  type="button"
                  onClick={() => {
                    onGrant(subject, role);
                    setGiven(given + 1);
                  }}
                  className="flex w-full items-center gap-3 rounded-md px-2 py-1.5 text-left hover:bg-sunken"
                >
                  <Face kind={subject.kind} name={name} />
                  <span className="min-w-0 flex-1 text-sm">
                    <span className="block truncate font-semibold">{shownName(name)}</span>
                    <span className="block truncate text-ink-2">{detail}</span>
                  </span>
                  <Icon of={UserPlus} className="text-ink-2" />
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <h3 className="mb-1 text-sm font-semibold text-ink-2">{m.share_current()}</h3>
      {error && !grants ? (
        <ErrorState error={error} onRetry={onRetry} />
      ) : !grants ? (
        <Skeleton rows={3} className="h-8" />
      ) : (
        <ul>
          {grants.map((grant) => {
            const name = grant.subject.kind === 'everyone' ? m.everyone() : grant.name;
            const last = grant.role === 'owner' && owners === 1;
            return (
              <li key={grant.id} className="flex items-center gap-3 py-1.5">
                <Face kind={grant.subject.kind} name={name} />
                <span className="min-w-0 flex-1 truncate text-sm font-semibold">{shownName(name)}</span>
                <Select
                  label={m.share_role_of({ name })}
                  value={grant.role}
                  options={grant.subject.kind === 'everyone' ? roles.slice(0, -1) : roles}
                  disabled={!editable || last}
                  onChange={(next) => onGrant(grant.subject, next)}
                />
                {editable && (
                  <IconButton
                    icon={X}
                    label={m.share_remove({ name })}
                    disabled={last}
                    onClick={() => onRemove(grant)}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {nobody && grants?.every((grant) => grant.role === 'owner') && (
        <p className="mt-3 rounded-md bg-sunken px-3 py-2 text-sm text-ink-2">{nobody}</p>
      )}
      {children}
    </Dialog>
  );
}
