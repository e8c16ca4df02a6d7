import type { Citation } from '@/lib/api/types';
import { describeError } from '@/lib/describeError';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { StatusLine } from '../molecules/StatusLine';
import { AnswerText } from './AnswerText';

interface LiveAnswerViewProps {
  phase: 'opening' | 'streaming' | 'reconnecting' | 'stopping' | 'failed';
  text: string;
  citations: Citation[];
  notices: { code: string; message: string }[];
  problem: unknown;
  onOpenCitation: (citation: Citation) => void;
  onDismiss: () => void;
}

/** An answer while it is being written, and what went wrong if it did. */
export function LiveAnswerView(props: LiveAnswerViewProps) {
  const { phase, text, citations, notices, problem, onOpenCitation, onDismiss } = props;
  const failure = phase === 'failed' ? describeError(problem) : undefined;
  return (
    <div>
      {text && <AnswerText text={text} citations={citations} onOpenCitation={onOpenCitation} />}
      {notices.map(({ code, message }) => (
        <StatusLine key={code}>{message}</StatusLine>
      ))}
      {!text && (phase === 'opening' || phase === 'streaming') && (
        <StatusLine busy>{citations.length ? m.answer_writing() : m.answer_looking()}</StatusLine>
      )}
      {phase === 'reconnecting' && <StatusLine busy>{m.answer_reconnecting()}</StatusLine>}
      {phase === 'stopping' && <StatusLine busy>{m.answer_stopping()}</StatusLine>}
      {failure && (
        <div role="alert" className="mt-2 rounded-lg border border-line bg-danger-soft px-4 py-3">
          <p className="font-semibold text-danger">{failure.title}</p>
          <p className="text-sm text-ink">{failure.detail}</p>
          <Button className="mt-3" onClick={onDismiss}>
            {m.close()}
          </Button>
        </div>
      )}
    </div>
  );
}
