import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { TextArea } from '@/components/atoms/TextArea';
import { Dialog } from '@/components/molecules/Dialog';
import { RolloutChoice } from '@/components/molecules/RolloutChoice';
import { m } from '@/paraglide/messages';

interface DecisionDialogProps {
  name: string;
  /** With how many people it was asked to begin. */
  rollout: number;
  approves: boolean;
  busy: boolean;
  onDecide: (comments: string, percent: number) => void;
  onClose: () => void;
}

/** A reviewer's last word: who returns a tool says why. */
export function DecisionDialog({ name, rollout, approves, busy, onDecide, onClose }: DecisionDialogProps) {
  const [comments, setComments] = useState('');
  const [percent, setPercent] = useState(rollout);
  const written = comments.trim();
  return (
    <Dialog
      title={approves ? m.review_approve_title({ name }) : m.review_return_title({ name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button
            look="primary"
            disabled={busy || (!approves && !written)}
            onClick={() => onDecide(written, percent)}
          >
            {approves ? m.review_approve() : m.review_return()}
          </Button>
        </>
      }
    >
      <p className="mb-4 text-sm text-ink-2">{approves ? m.review_approve_text() : m.review_return_text()}</p>
      <TextArea
        label={approves ? m.review_comments_optional() : m.review_comments()}
        rows={4}
        maxLength={2000}
        value={comments}
        onChange={(event) => setComments(event.target.value)}
      />
      {approves && <RolloutChoice value={percent} onChange={setPercent} />}
    </Dialog>
  );
}
