import { expect, test } from 'vitest';
import { nextPoll } from './polling';

test('what moves is asked for quickly, and slower the longer it stays the same', () => {
  const poll = nextPoll();
  expect([1, 2, 3, 4, 5].map((answers) => poll('a', true, 'x', answers))).toEqual([
    1_000, 1_000, 1_500, 1_500, 2_500,
  ]);
  expect(poll('a', true, 'x', 99)).toBe(15_000);
  expect(poll('a', true, 'y', 100)).toBe(1_000);
  expect(poll('a', false, 'y', 101)).toBe(false);
});

test('a page that is drawn again and again asks no slower for it', () => {
  const poll = nextPoll();
  for (let drawn = 0; drawn < 50; drawn++) expect(poll('a', true, 'x', 1)).toBe(1_000);
});

test('each key has a patience of its own, and none outlives what was forgotten', () => {
  const poll = nextPoll();
  poll('a', true, 'x', 1);
  expect(poll('a', true, 'x', 20)).toBe(15_000);
  expect(poll('b', true, 'x', 20)).toBe(1_000);
  expect(poll('a', true, 'x', 1)).toBe(1_000);
});
