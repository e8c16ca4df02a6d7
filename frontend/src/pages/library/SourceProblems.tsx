import { ConnectorProblemsDialog } from '@/components/organisms/ConnectorProblemsDialog';
import { useConnectorProblems } from '@/features/connectors/hooks/useConnectors';
import type { Connector } from '@/lib/api/types';

/** What one connector could not read. */
export function SourceProblems({ connector, onClose }: { connector: Connector; onClose: () => void }) {
  const query = useConnectorProblems(connector.id);
  return (
    <ConnectorProblemsDialog
      name={connector.name}
      problems={query.data?.pages.flatMap(({ items }) => items)}
      error={query.error}
      onRetry={() => void query.refetch()}
      onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
      onClose={onClose}
    />
  );
}
