import { useState } from 'react';
import { SharingDialog } from '@/components/organisms/SharingDialog';
import { useToolGrants } from '@/features/tools/hooks/useToolGrants';
import type { Tool } from '@/lib/api/types';
import { toolName } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { useCandidates } from '../useCandidates';
import { FindableSwitch } from './FindableSwitch';

/** Joins a tool's grants with whom it may be shared with. */
export function ToolSharing({ tool, onClose }: { tool: Tool; onClose: () => void }) {
  const [search, setSearch] = useState('');
  const editable = tool.role === 'owner';
  const { query, put, remove } = useToolGrants(tool.id);
  const candidates = useCandidates(search, editable);
  return (
    <SharingDialog
      title={m.studio_share_title({ name: toolName(tool) })}
      roles={[
        { value: 'user', label: m.role_user() },
        { value: 'editor', label: m.role_editor() },
        { value: 'owner', label: m.role_owner() },
      ]}
      grants={query.data?.items}
      nobody={m.studio_share_none()}
      error={query.error}
      onRetry={() => void query.refetch()}
      candidates={candidates}
      editable={editable}
      onSearch={setSearch}
      onGrant={(subject, role) => put.mutate({ subject, role })}
      onRemove={({ id }) => remove.mutate(id)}
      onClose={onClose}
    >
      <FindableSwitch toolId={tool.id} editable={editable} />
    </SharingDialog>
  );
}
