import { SourcePanel } from '@/components/organisms/SourcePanel';
import { usePassage } from '@/features/chat/hooks/usePassage';
import type { Citation } from '@/lib/api/types';

/** What stands behind a citation. */
export default function Source({ citation, onClose }: { citation: Citation; onClose: () => void }) {
  const passage = usePassage(citation.available === false ? undefined : citation.passageId);
  return (
    <SourcePanel
      citation={citation}
      passage={passage.data}
      error={passage.error}
      onRetry={() => void passage.refetch()}
      onClose={onClose}
    />
  );
}
