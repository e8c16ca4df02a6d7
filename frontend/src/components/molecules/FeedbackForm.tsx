import { useEffect, useId, useRef, useState } from 'react';
import type { Verdict } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';

interface FeedbackFormProps {
  verdict: Verdict;
  initial: string;
  onSend: (comment: string) => void;
  onClose: () => void;
}

/** Asks, without insisting, what was good or missing; the rating itself is already kept. */
export function FeedbackForm({ verdict, initial, onSend, onClose }: FeedbackFormProps) {
  const [comment, setComment] = useState(initial);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => {
    field.current!.focus();
    field.current!.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      className="mt-2 max-w-md animate-rise rounded-lg border border-line bg-surface p-3"
    >
      <label htmlFor={id} className="text-sm font-semibold">
        {verdict === 'up' ? m.feedback_good() : m.feedback_bad()}
      </label>
      <textarea
        ref={field}
        id={id}
        rows={3}
        maxLength={2000}
        value={comment}
        placeholder={verdict === 'up' ? m.feedback_good_hint() : m.feedback_bad_hint()}
        onChange={(event) => setComment(event.target.value)}
        className="mt-2 block w-full resize-none rounded-md border border-line bg-paper px-3 py-2 text-sm placeholder:text-ink-3"
      />
      <div className="mt-2 flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          {m.feedback_skip()}
        </Button>
        <Button look="primary" disabled={comment.trim() === initial} onClick={() => onSend(comment.trim())}>
          {m.feedback_send()}
        </Button>
      </div>
    </div>
  );
}
