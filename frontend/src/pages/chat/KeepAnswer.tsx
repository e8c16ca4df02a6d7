import { lazy, Suspense } from 'react';
import { useStoreTool } from '@/features/tools/hooks/useStoreTools';
import type { Citation } from '@/lib/api/types';

const KeepGolden = lazy(() => import('../studio/KeepGolden'));

interface KeepAnswerProps {
  toolId: string;
  /** Whether it is tried by who makes it. */
  trial: boolean;
  question: string | undefined;
  citations: readonly Citation[];
}

/** Lets who makes a tool keep what it was asked; nothing for others. */
export default function KeepAnswer({ toolId, trial, question, citations }: KeepAnswerProps) {
  // it was read already for the conversation's title; a draft that is tried may be in no store
  const { data: tool } = useStoreTool(trial ? '' : toolId);
  if (!question || !(trial || tool?.edits)) return null;
  return (
    <Suspense>
      <KeepGolden toolId={toolId} question={question} citations={citations} />
    </Suspense>
  );
}
