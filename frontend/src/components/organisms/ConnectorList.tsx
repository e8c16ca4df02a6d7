import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Connector } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { Skeleton } from '../atoms/Skeleton';
import { EmptyState } from '../molecules/EmptyState';
import { ErrorState } from '../molecules/ErrorState';
import { ConnectorCard } from './ConnectorCard';

interface ConnectorListProps {
  connectors: Connector[] | undefined;
  error: Error | null;
  changeable: boolean;
  add: ReactNode;
  onRetry: () => void;
  onRun: (connector: Connector) => void;
  onPause: (connector: Connector, paused: boolean) => void;
  onEdit: (connector: Connector) => void;
  onDelete: (connector: Connector) => void;
  onProblems: (connector: Connector) => void;
}

/** All places that a collection's documents come from. */
export function ConnectorList(props: ConnectorListProps) {
  const { connectors, error, changeable, add, onRetry } = props;
  const { onRun, onPause, onEdit, onDelete, onProblems } = props;
  if (!connectors)
    return error ? <ErrorState error={error} onRetry={onRetry} /> : <Skeleton rows={3} className="h-24" />;
  if (!connectors.length)
    return (
      <EmptyState icon={RefreshCw} title={m.connectors_empty()} action={changeable ? add : undefined}>
        {changeable ? m.connectors_empty_text() : m.connectors_empty_editor()}
      </EmptyState>
    );
  return (
    <ul aria-label={m.connectors()} className="space-y-3">
      {connectors.map((connector) => (
        <ConnectorCard
          key={connector.id}
          connector={connector}
          changeable={changeable}
          onRun={() => onRun(connector)}
          onPause={(paused) => onPause(connector, paused)}
          onEdit={() => onEdit(connector)}
          onDelete={() => onDelete(connector)}
          onProblems={() => onProblems(connector)}
        />
      ))}
    </ul>
  );
}
