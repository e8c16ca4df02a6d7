import type { Message } from './api/types';

/** Where something stands in an answer's text. */
export interface TextRange {
  start: number;
  end: number;
}

/** How an answer rests on documents: on none at all, or all but some of its sentences. */
export type Support = { kind: 'none' } | { kind: 'partly'; open: TextRange[] };

/** What to say of an answer's support; nothing where no document was in use, or where every sentence has its source. */
export function supportOf({ status, model, citations, statements, receipt }: Message): Support | undefined {
  // Without a model an answer is quotes, and its own words say so.
  if (status !== 'complete' || model === 'extractive' || !statements?.length) return undefined;
  if (!citations.length) return receipt?.passages ? { kind: 'none' } : undefined;
  const open = statements.filter((statement) => !statement.citations.length);
  return open.length ? { kind: 'partly', open } : undefined;
}
