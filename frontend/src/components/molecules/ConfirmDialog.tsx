import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { Dialog } from './Dialog';

interface ConfirmDialogProps {
  title: string;
  effect: string;
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
    </Dialog>
  );
}
