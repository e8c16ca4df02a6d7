import { RefreshCw, ThumbsDown, ThumbsUp } from 'lucide-react';
import type { Citation } from '@/lib/api/types';
import type { Turn } from '@/lib/messageTree';
import { m } from '@/paraglide/messages';
import { IconButton } from '../atoms/IconButton';
import { BranchSwitch } from '../molecules/BranchSwitch';
import { CopyButton } from '../molecules/CopyButton';
import { SourceList } from '../molecules/SourceList';
import { StatusLine } from '../molecules/StatusLine';
import { AnswerText } from './AnswerText';

interface AnswerProps {
  turn: Turn;
  busy: boolean;
  onOpenCitation: (citation: Citation) => void;
  onRate: (rating: 'up' | 'down') => void;
  onRegenerate: () => void;
  onStep: (step: -1 | 1) => void;
}

/** A finished answer with what can be done about it. */
export function Answer({ turn, busy, onOpenCitation, onRate, onRegenerate, onStep }: AnswerProps) {
  const { text, citations, status, feedback } = turn.message;
  return (
    <div className="group">
      <AnswerText text={text} citations={citations} onOpenCitation={onOpenCitation} />
      {status === 'stopped' && <StatusLine>{m.answer_stopped()}</StatusLine>}
      {status === 'interrupted' && <StatusLine>{m.answer_interrupted()}</StatusLine>}
      {status === 'failed' && <StatusLine tone="danger">{m.answer_failed()}</StatusLine>}
      <SourceList citations={citations} onOpen={onOpenCitation} />
      <div className="mt-2 -ml-1.5 flex items-center gap-0.5">
        <CopyButton text={text} />
        <IconButton
          icon={ThumbsUp}
          label={m.rate_up()}
          pressed={feedback === 'up'}
          onClick={() => onRate('up')}
        />
        <IconButton
          icon={ThumbsDown}
          label={m.rate_down()}
          pressed={feedback === 'down'}
          onClick={() => onRate('down')}
        />
        <IconButton icon={RefreshCw} label={m.regenerate()} disabled={busy} onClick={onRegenerate} />
        <BranchSwitch position={turn.position} count={turn.count} onStep={onStep} />
      </div>
    </div>
  );
}
