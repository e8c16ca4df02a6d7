import { lazy, Suspense, useCallback } from 'react';
import type { Citation } from '@/lib/api/types';
import type { TextRange } from '@/lib/support';
import { CitationChip } from '../molecules/CitationChip';

const Markdown = lazy(() => import('./Markdown'));

/** JSON stands as it is, not as words. */
function shownOf(text: string): string {
  if (!text.startsWith('{')) return text;
  try {
    JSON.parse(text);
    return `\`\`\`json\n${text}\n\`\`\``;
  } catch {
    return text;
  }
}

interface AnswerTextProps {
  text: string;
  citations: Citation[];
  onOpenCitation: (citation: Citation) => void;
  /** Sentences to show as without a source. */
  open?: readonly TextRange[] | undefined;
}

/** An answer's words with its citations as chips; plain until the Markdown renderer has arrived. */
export function AnswerText({ text, citations, onOpenCitation, open }: AnswerTextProps) {
  const renderCitation = useCallback(
    (number: number) => {
      const citation = citations.find((each) => each.number === number);
      return citation && <CitationChip citation={citation} onOpen={onOpenCitation} />;
    },
    [citations, onOpenCitation],
  );
  return (
    <Suspense fallback={<div className="prose whitespace-pre-wrap">{text}</div>}>
      <Markdown text={shownOf(text)} renderCitation={renderCitation} {...(open && { open })} />
    </Suspense>
  );
}
