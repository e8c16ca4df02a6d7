import { FileQuestion } from 'lucide-react';
import type { Support } from '@/lib/support';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';

interface SupportNoteProps {
  support: Support;
  /** Whether the sentences are marked in the answer. */
  marked: boolean;
  onMark: (marked: boolean) => void;
}

/** What of an answer no document supports, in one quiet line that shows the sentences. */
export function SupportNote({ support, marked, onMark }: SupportNoteProps) {
  if (support.kind === 'none')
    return (
      <p className="mt-3 flex items-center gap-1.5 text-xs text-ink-3">
        <Icon of={FileQuestion} size={14} />
        {m.answer_unsupported()}
      </p>
    );
  return (
    <button
      type="button"
      aria-pressed={marked}
      title={m.statements_unsupported_title()}
      onClick={() => onMark(!marked)}
      className={`mt-3 -ml-1.5 flex items-center gap-1.5 rounded-md px-1.5 py-1 text-xs transition-colors duration-150 hover:text-ink ${marked ? 'bg-warn-soft text-ink' : 'text-ink-3'}`}
    >
      <Icon of={FileQuestion} size={14} />
      <span className="underline decoration-dotted underline-offset-3">
        {m.statements_unsupported({ count: support.open.length })}
      </span>
    </button>
  );
}
