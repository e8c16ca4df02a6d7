import { MessageSquareText, RefreshCw, ThumbsDown, ThumbsUp } from 'lucide-react';
import { useState, type ComponentProps, type ReactNode } from 'react';
import type { Citation, Verdict } from '@/lib/api/types';
import type { Turn } from '@/lib/messageTree';
import { withReceipt } from '@/lib/receiptNotices';
import { supportOf } from '@/lib/support';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { Icon } from '../atoms/Icon';
import { IconButton } from '../atoms/IconButton';
import { BranchSwitch } from '../molecules/BranchSwitch';
import { CopyButton } from '../molecules/CopyButton';
import { FailureCard } from '../molecules/FailureCard';
import { FeedbackForm } from '../molecules/FeedbackForm';
import { NoticeLine } from '../molecules/NoticeLine';
import { SourceList } from '../molecules/SourceList';
import { SupportNote } from '../molecules/SupportNote';
import { StatusLine } from '../molecules/StatusLine';
import { AnswerText } from './AnswerText';

interface AnswerProps {
  turn: Turn;
  busy: boolean;
  notices?: ComponentProps<typeof NoticeLine>['notices'] | undefined;
  onOpenCitation: (citation: Citation) => void;
  /** Null takes the rating back. */
  onRate: (rating: Verdict | null, comment?: string) => void;
  onRegenerate: () => void;
  onStep: (step: -1 | 1) => void;
  /** What else can be done, beside answering again. */
  extras?: ReactNode;
}

/** A finished answer with what can be done about it. */
export function Answer(props: AnswerProps) {
  const { turn, busy, notices = [], onOpenCitation, onRate, onRegenerate, onStep, extras } = props;
  const { text, citations, status, feedback, feedbackComment, failure, receipt } = turn.message;
  const [marking, setMarking] = useState(false);
  const support = supportOf(turn.message);
  const [commenting, setCommenting] = useState(false);
  const press = (verdict: Verdict) => {
    const withdrawn = feedback === verdict;
    setCommenting(!withdrawn);
    if (withdrawn) onRate(null);
    else onRate(verdict, feedbackComment);
  };
  return (
    <div className="group">
      {text && (
        <AnswerText
          text={text}
          citations={citations}
          onOpenCitation={onOpenCitation}
          open={marking && support?.kind === 'partly' ? support.open : undefined}
        />
      )}
      {status === 'stopped' && <StatusLine>{m.answer_stopped()}</StatusLine>}
      {status === 'interrupted' && <StatusLine>{m.answer_interrupted()}</StatusLine>}
      {status === 'failed' && (
        <FailureCard title={m.answer_failed()} detail={failure?.message ?? m.error_unknown_detail()}>
          <Button icon={<Icon of={RefreshCw} size={16} />} disabled={busy} onClick={onRegenerate}>
            {m.regenerate()}
          </Button>
        </FailureCard>
      )}
      <SourceList citations={citations} onOpen={onOpenCitation} />
      {support && <SupportNote support={support} marked={marking} onMark={setMarking} />}
      <NoticeLine notices={withReceipt(notices, receipt)} quoting={citations.length > 0} />
      <div className="mt-2 -ml-1.5 flex flex-wrap items-center gap-0.5">
        {text && (
          <>
            <CopyButton text={text} />
            <IconButton
              icon={ThumbsUp}
              label={m.rate_up()}
              pressed={feedback === 'up'}
              onClick={() => press('up')}
            />
            <IconButton
              icon={ThumbsDown}
              label={m.rate_down()}
              pressed={feedback === 'down'}
              onClick={() => press('down')}
            />
            {feedback && !commenting && (
              <IconButton
                icon={MessageSquareText}
                label={feedbackComment ? m.feedback_change() : m.feedback_add()}
                onClick={() => setCommenting(true)}
              />
            )}
            <IconButton icon={RefreshCw} label={m.regenerate()} disabled={busy} onClick={onRegenerate} />
            {extras}
          </>
        )}
        <BranchSwitch position={turn.position} count={turn.count} onStep={onStep} />
      </div>
      {feedback && commenting && (
        <FeedbackForm
          key={feedback}
          verdict={feedback}
          initial={feedbackComment ?? ''}
          onClose={() => setCommenting(false)}
          onSend={(comment) => {
            setCommenting(false);
            onRate(feedback, comment);
          }}
        />
      )}
    </div>
  );
}
