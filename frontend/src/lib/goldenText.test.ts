import { describe, expect, it, vi } from 'vitest';
import type { Evaluation, ToolGate } from './api/types';

vi.mock('./locale', () => ({ locale: { get: () => 'ko' } }));
const { besideEachOther, gatePace, isOutdated, linesOf, partsOf, scoreText } = await import('./goldenText');

const evaluation = (over: Partial<Evaluation> = {}): Evaluation => ({
  id: 'e1',
  revision: 3,
  state: 'PASSED',
  threshold: 0.8,
  score: 0.9,
  questions: 2,
  answered: 2,
  askedBy: { id: 'p1', name: '김하늘' },
  startedAt: '2026-03-02T01:00:00Z',
  results: [],
  ...over,
});
const gate = (over: Partial<ToolGate> = {}): ToolGate => ({
  threshold: 0.8,
  questions: 2,
  proven: true,
  ...over,
});

describe('a score', () => {
  it('never looks better than it is', () => {
    expect(scoreText(0.7996)).toBe('79.9%');
    expect(scoreText(0.8)).toBe('80%');
    expect(scoreText(0.29)).toBe('29%');
    expect(scoreText(1)).toBe('100%');
    expect(scoreText(0)).toBe('0%');
  });
  it('has the parts that were expected, also those that are 0', () => {
    expect(
      partsOf({ questionId: 'q', question: '', state: 'DONE', fact: 0, retrieval: 1 }).map(({ key }) => key),
    ).toEqual(['retrieval', 'fact']);
  });
});

describe('the gate is looked at again', () => {
  it('while anything runs, and never else', () => {
    expect(gatePace(undefined)).toBe(false);
    expect(gatePace(gate())).toBe(false);
    for (const state of ['PASSED', 'FAILED', 'ERROR', 'CANCELLED'] as const)
      expect(gatePace(gate({ draft: evaluation({ state }), live: evaluation({ state }) }))).toBe(false);
    const running = evaluation({ state: 'RUNNING' });
    for (const which of ['draft', 'live', 'canary'] as const)
      expect(gatePace(gate({ draft: evaluation(), [which]: running })), which).toBe(2_000);
  });
});

describe('a result is outdated', () => {
  it('when the tool, the questions or the threshold are others now', () => {
    expect(isOutdated(gate({ draft: evaluation() }), 3)).toBe(false);
    expect(isOutdated(gate({ draft: evaluation({ state: 'FAILED' }), proven: false }), 3)).toBe(false);
    expect(isOutdated(gate({ draft: evaluation() }), 4)).toBe(true);
    expect(isOutdated(gate({ draft: evaluation(), questions: 3 }), 3)).toBe(true);
    expect(isOutdated(gate({ draft: evaluation(), proven: false }), 3)).toBe(true);
  });
  it('not while it is being made, nor before the first', () => {
    expect(isOutdated(gate(), 9)).toBe(false);
    expect(isOutdated(gate({ draft: evaluation({ state: 'RUNNING' }) }), 9)).toBe(false);
  });
});

it('questions stand beside each other, also one that only one of them was asked', () => {
  const result = (questionId: string, score: number) => ({
    questionId,
    question: questionId,
    state: 'DONE' as const,
    score,
  });
  const rows = besideEachOther([
    evaluation({ results: [result('a', 1), result('b', 0)] }),
    evaluation({ results: [result('b', 1), result('gone', 1)] }),
  ]);
  expect(rows.map(({ questionId, results }) => [questionId, ...results.map((each) => each?.score)])).toEqual([
    ['a', 1, undefined],
    ['b', 0, 1],
    ['gone', undefined, 1],
  ]);
});

it('lines that say nothing are left out', () => {
  expect(linesOf(' 연차는 15일 \n\n  \n취업규칙.pdf')).toEqual(['연차는 15일', '취업규칙.pdf']);
});
