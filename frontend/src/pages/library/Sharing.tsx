import { useState } from 'react';
import { SharingDialog } from '@/components/organisms/SharingDialog';
import { useGrants } from '@/features/library/hooks/useGrants';
import type { Collection } from '@/lib/api/types';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { useCandidates } from '../useCandidates';

/** Joins a collection's grants with whom it may be shared with. */
export function Sharing({ collection, onClose }: { collection: Collection; onClose: () => void }) {
  const [search, setSearch] = useState('');
  const editable = collection.role === 'owner';
  const { query, put, remove } = useGrants(collection.id);
  const candidates = useCandidates(search, editable);
  return (
    <SharingDialog
      title={m.share_title({ name: shownName(collection.name) })}
      roles={[
        { value: 'reader', label: m.role_reader() },
        { value: 'editor', label: m.role_editor() },
        { value: 'owner', label: m.role_owner() },
      ]}
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
