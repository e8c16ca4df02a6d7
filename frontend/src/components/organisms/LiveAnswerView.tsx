import { RotateCw } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import type { Citation } from '@/lib/api/types';
import { describeError } from '@/lib/describeError';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { Icon } from '../atoms/Icon';
import { FailureCard } from '../molecules/FailureCard';
import { NoticeLine } from '../molecules/NoticeLine';
import { StatusLine } from '../molecules/StatusLine';
import { AnswerText } from './AnswerText';

interface LiveAnswerViewProps {
  phase: 'opening' | 'streaming' | 'reconnecting' | 'stopping' | 'failed';
  text: string;
  citations: Citation[];
  notices?: ComponentProps<typeof NoticeLine>['notices'] | undefined;
  /** What the tool does outside meanwhile. */
  extras?: ReactNode;
  problem: unknown;
  onOpenCitation: (citation: Citation) => void;
  onRetry: () => void;
  onDismiss: () => void;
}

/** An answer while it is being written, and what went wrong if it did. */
export function LiveAnswerView(props: LiveAnswerViewProps) {
  const { phase, text, citations, notices = [], problem, onOpenCitation, onRetry, onDismiss } = props;
  const failure = phase === 'failed' ? describeError(problem) : undefined;
  return (
    <div>
      {text && <AnswerText text={text} citations={citations} onOpenCitation={onOpenCitation} />}
      {!text && (phase === 'opening' || phase === 'streaming') && (
        <StatusLine busy>{citations.length ? m.answer_writing() : m.answer_looking()}</StatusLine>
      )}
      {phase === 'reconnecting' && <StatusLine busy>{m.answer_reconnecting()}</StatusLine>}
      {phase === 'stopping' && <StatusLine busy>{m.answer_stopping()}</StatusLine>}
      {failure && (
        <FailureCard {...failure}>
          <Button icon={<Icon of={RotateCw} size={16} />} onClick={onRetry}>
            {m.retry()}
          </Button>
          <Button look="quiet" onClick={onDismiss}>
            {m.close()}
          </Button>
        </FailureCard>
      )}
      {props.extras}
      <NoticeLine notices={notices} quoting={citations.length > 0} />
    </div>
  );
}
