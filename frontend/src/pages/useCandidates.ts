import type { Candidate } from '@/components/organisms/SharingDialog';
import { useGroups, usePeople } from '@/features/people/hooks/usePeople';
import { m } from '@/paraglide/messages';

/** Whom something may be shared with: everyone, and the groups and people that a search finds. */
export function useCandidates(search: string, enabled: boolean): Candidate[] {
  const people = usePeople(search, enabled);
  const groups = useGroups(search, enabled);
  return [
    ...(search
      ? []
      : [{ subject: { kind: 'everyone' as const }, name: m.everyone(), detail: m.everyone_detail() }]),
    ...(groups.data?.pages.flatMap(({ items }) => items) ?? []).map(({ id, name }) => ({
      subject: { kind: 'group' as const, id },
      name,
      detail: m.group(),
    })),
    ...(people.data?.pages.flatMap(({ items }) => items) ?? []).map(({ id, name, email }) => ({
      subject: { kind: 'person' as const, id },
      name,
      detail: email,
    })),
  ];
}
