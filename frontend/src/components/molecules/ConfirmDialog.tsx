import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { Dialog } from './Dialog';

interface ConfirmDialogProps {
  title: string;
  effect: string;
  /** What else stops working; stands out. */
  warning?: string;
  verb: string;
  busy?: boolean;
  /** What takes nothing away does not look as if it did. */
  look?: 'danger' | 'primary';
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is lost, naming the object and the effect. */
export function ConfirmDialog({
  title,
  effect,
  warning,
  verb,
  busy,
  look = 'danger',
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button look={look} disabled={busy} onClick={onConfirm}>
            {verb}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{effect}</p>
      {warning && <p className="mt-3 rounded-lg border border-warn px-3 py-2 text-sm text-warn">{warning}</p>}
    </Dialog>
  );
}
