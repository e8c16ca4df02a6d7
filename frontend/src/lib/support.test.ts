import { describe, expect, it } from 'vitest';
import type { Citation, Message, Receipt } from './api/types';
import { supportOf } from './support';

const citation: Citation = {
  number: 1,
  passageId: 'p',
  documentId: 'd',
  documentName: '취업규칙.pdf',
  location: {},
  quote: '15일',
};
const answer: Message = {
  id: 'a',
  role: 'assistant',
  status: 'complete',
  model: 'gpt',
  createdAt: '2026-01-01T00:00:00Z',
  text: '15일이에요 [1]. 아마도요.',
  citations: [citation],
  statements: [
    { start: 0, end: 11, citations: [1] },
    { start: 12, end: 17, citations: [] },
  ],
};
const shown = (passages: number) => ({ passages }) as Receipt;

describe('supportOf', () => {
  it('names the sentences without a source', () => {
    expect(supportOf(answer)).toEqual({ kind: 'partly', open: [{ start: 12, end: 17, citations: [] }] });
  });

  it('says so when documents were there and none is cited', () => {
    const open = { ...answer, citations: [], receipt: shown(4) };
    expect(supportOf(open)).toEqual({ kind: 'none' });
    expect(supportOf({ ...open, receipt: shown(0) })).toBeUndefined();
  });

  it('has nothing to say of whole support, quotes, questions and what is not finished', () => {
    expect(supportOf({ ...answer, statements: answer.statements!.slice(0, 1) })).toBeUndefined();
    expect(supportOf({ ...answer, model: 'extractive' })).toBeUndefined();
    expect(supportOf({ ...answer, status: 'stopped' })).toBeUndefined();
    const { statements: _, ...unread } = answer;
    expect(supportOf(unread)).toBeUndefined();
  });
});
