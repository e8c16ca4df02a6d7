import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { TextArea } from '@/components/atoms/TextArea';
import { Dialog } from '@/components/molecules/Dialog';
import { RolloutChoice } from '@/components/molecules/RolloutChoice';
import { m } from '@/paraglide/messages';

interface SubmitDialogProps {
  busy: boolean;
  onSubmit: (note: string, percent: number) => void;
  onClose: () => void;
}

/** Hands a tool to the reviewers, with what they should know. */
export function SubmitDialog({ busy, onSubmit, onClose }: SubmitDialogProps) {
  const [note, setNote] = useState('');
  const [percent, setPercent] = useState(100);
  return (
    <Dialog
      title={m.studio_submit_title()}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button look="primary" disabled={busy} onClick={() => onSubmit(note.trim(), percent)}>
            {m.studio_submit()}
          </Button>
        </>
      }
    >
      <p className="mb-4 text-sm text-ink-2">{m.studio_submit_text()}</p>
      <TextArea
        label={m.studio_submit_note()}
        placeholder={m.studio_submit_note_hint()}
        rows={4}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <RolloutChoice value={percent} onChange={setPercent} />
    </Dialog>
  );
}
