import { lazy, Suspense } from 'react';
import { useMe } from '@/features/session/hooks/useMe';
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
  const { data: me } = useMe();
  // it was read already for the conversation's title; a draft that is tried may be in no store
  const { data: tool } = useStoreTool(trial ? '' : toolId);
  const owns = tool?.owner?.kind === 'person' && tool.owner.id === me?.id;
  if (!question || !(trial || owns)) return null;
  return (
    <Suspense>
      <KeepGolden toolId={toolId} question={question} citations={citations} />
    </Suspense>
  );
}
