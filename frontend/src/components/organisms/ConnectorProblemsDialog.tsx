import { Skeleton } from '@/components/atoms/Skeleton';
import type { ConnectorProblem } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { Dialog } from '../molecules/Dialog';
import { ErrorState } from '../molecules/ErrorState';

interface ConnectorProblemsDialogProps {
  name: string;
  problems: ConnectorProblem[] | undefined;
  error: Error | null;
  onRetry: () => void;
  onMore: (() => void) | undefined;
  onClose: () => void;
}

/** Items without a document, each with its reason and what to do. */
export function ConnectorProblemsDialog(props: ConnectorProblemsDialogProps) {
  const { name, problems, error, onRetry, onMore, onClose } = props;
  return (
    <Dialog wide title={m.connector_problems_title({ name })} onClose={onClose}>
      {error && !problems ? (
        <ErrorState error={error} onRetry={onRetry} />
      ) : !problems ? (
        <Skeleton rows={4} className="h-12" />
      ) : problems.length === 0 ? (
        <p className="py-6 text-center text-sm text-ink-2">{m.connector_problems_none()}</p>
      ) : (
        <ul>
          {problems.map(({ id, externalId, name: item, reason }) => (
            <li key={id} className="border-b border-line py-2.5 last:border-b-0">
              <p className="font-semibold [overflow-wrap:anywhere]">{item}</p>
              {item !== externalId && (
                <p className="text-xs text-ink-2 [overflow-wrap:anywhere]">{externalId}</p>
              )}
              <p className="text-sm text-ink-2">{reason.message}</p>
            </li>
          ))}
        </ul>
      )}
      {onMore && (
        <Button look="quiet" className="mt-2 w-full" onClick={onMore}>
          {m.more()}
        </Button>
      )}
    </Dialog>
  );
}
