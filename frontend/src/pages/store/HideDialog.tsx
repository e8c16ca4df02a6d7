import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { TextArea } from '@/components/atoms/TextArea';
import { Dialog } from '@/components/molecules/Dialog';
import { m } from '@/paraglide/messages';

interface HideDialogProps {
  name: string;
  busy: boolean;
  onHide: (reason: string) => void;
  onClose: () => void;
}

/** Hides a review; why is kept, and told to who wrote it. */
export function HideDialog({ name, busy, onHide, onClose }: HideDialogProps) {
  const [reason, setReason] = useState('');
  return (
    <Dialog
      title={m.review_hide_title({ name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button look="danger" disabled={busy || !reason.trim()} onClick={() => onHide(reason.trim())}>
            {m.review_hide()}
          </Button>
        </>
      }
    >
      <p className="mb-4 text-sm text-ink-2">{m.review_hide_text()}</p>
      <TextArea
        label={m.review_hide_reason()}
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}
