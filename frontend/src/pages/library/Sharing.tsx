import { useState } from 'react';
import { SharingDialog, type Candidate } from '@/components/organisms/SharingDialog';
import { useGrants } from '@/features/library/hooks/useGrants';
import { useGroups, usePeople } from '@/features/people/hooks/usePeople';
import type { Collection } from '@/lib/api/types';
import { m } from '@/paraglide/messages';

/** Joins a collection's grants with the people and groups it may be shared with. */
export function Sharing({ collection, onClose }: { collection: Collection; onClose: () => void }) {
  const [search, setSearch] = useState('');
  const editable = collection.role === 'owner';
  const { query, put, remove } = useGrants(collection.id);
  const people = usePeople(search, editable);
  const groups = useGroups(search, editable);
  const candidates: Candidate[] = [
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
  return (
    <SharingDialog
      collectionName={collection.name}
      grants={query.data?.items}
      error={query.error}
      onRetry={() => void query.refetch()}
      candidates={candidates}
      editable={editable}
      onSearch={setSearch}
      onGrant={(subject, role) => put.mutate({ subject, role })}
      onRemove={({ id }) => remove.mutate(id)}
      onClose={onClose}
    />
  );
}
