import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { TextArea } from '@/components/atoms/TextArea';
import { Dialog } from '@/components/molecules/Dialog';
import { RolloutChoice } from '@/components/molecules/RolloutChoice';
import { useToolGate } from '@/features/tools/hooks/useGolden';
import { scoreText } from '@/lib/goldenText';
import { m } from '@/paraglide/messages';

interface SubmitDialogProps {
  toolId: string;
  busy: boolean;
  onSubmit: (note: string, percent: number) => void;
  onClose: () => void;
}

/** Hands a tool to the reviewers, with what they should know. */
export function SubmitDialog({ toolId, busy, onSubmit, onClose }: SubmitDialogProps) {
  const [note, setNote] = useState('');
  const [percent, setPercent] = useState(100);
  const { data: gate } = useToolGate(toolId);
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
      {gate && gate.questions > 0 && !gate.proven && (
        <p className="mb-4 rounded-md bg-accent-soft px-4 py-2.5 text-sm" data-evaluates>
          {m.golden_submit({ count: gate.questions, threshold: scoreText(gate.threshold) })}
        </p>
      )}
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
