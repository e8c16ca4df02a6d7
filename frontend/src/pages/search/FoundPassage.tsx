import { SourcePanel } from '@/components/organisms/SourcePanel';
import { usePassage } from '@/features/chat/hooks/usePassage';
import type { Hit } from '@/lib/api/types';
import { markWords } from '@/lib/markWords';

interface FoundPassageProps {
  hit: Hit;
  number: number;
  question: string;
  onClose: () => void;
}

/** A passage that was found, with the words around it and those of the question marked. */
export function FoundPassage({ hit, number, question, onClose }: FoundPassageProps) {
  const passage = usePassage(hit.passageId);
  const { passageId, documentId, documentName, location } = hit;
  return (
    <SourcePanel
      citation={{ number, passageId, documentId, documentName, location, quote: '' }}
      passage={passage.data}
      mark={(text) => markWords(text, question)}
      error={passage.error}
      onRetry={() => void passage.refetch()}
      onClose={onClose}
    />
  );
}
