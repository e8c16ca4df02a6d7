import { expect, it } from 'vitest';
import { lineDiff } from './lineDiff';

const told = (before: string, after: string) =>
  lineDiff(before.split(''), after.split(''))
    .map(({ kind, text }) => ({ same: ' ', added: '+', removed: '-' })[kind] + text)
    .join('');

it('tells what stayed, went and came, what went before what came', () => {
  expect(told('abc', 'abc')).toBe(' a b c');
  expect(told('abc', 'axc')).toBe(' a-b+x c');
  expect(told('abcd', 'bd')).toBe('-a b-c d');
  expect(told('bd', 'abcd')).toBe('+a b+c d');
});

it('has nothing to tell of nothing, and everything of a beginning and an end', () => {
  expect(lineDiff([], [])).toEqual([]);
  expect(lineDiff([], ['a'])).toEqual([{ kind: 'added', text: 'a' }]);
  expect(lineDiff(['a'], [])).toEqual([{ kind: 'removed', text: 'a' }]);
});

it('keeps the longest common part when lines repeat', () => {
  expect(told('aab', 'ab')).toBe(' a-a b');
  expect(told('xaya', 'aa')).toBe('-x a-y a');
});

it('does not compare line by line what nobody could read so', () => {
  const long = (word: string) => Array.from({ length: 5_000 }, (_, line) => `${word} ${line}`);
  const lines = lineDiff(['head', ...long('a'), 'tail'], ['head', ...long('b'), 'tail']);
  expect(lines).toHaveLength(10_002);
  expect(lines[0]).toEqual({ kind: 'same', text: 'head' });
  expect(lines[5_000]).toEqual({ kind: 'removed', text: 'a 4999' });
  expect(lines.at(-1)).toEqual({ kind: 'same', text: 'tail' });
});
