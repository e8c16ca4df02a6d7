import { expect, it } from 'vitest';
import { highlightQuote } from './highlight';

const marked = (text: string, quote: string) =>
  highlightQuote(text, quote)
    .filter((segment) => segment.marked)
    .map((segment) => segment.text);

it('marks a quote although its lines are wrapped differently', () => {
  expect(marked('앞. 연차는\n15일 이에요. 뒤', '연차는 15일 이에요.')).toEqual(['연차는\n15일 이에요.']);
});

it('marks the sentences of a quote that stand apart', () => {
  expect(marked('A is one. B is two. C is three.', 'A is one. C is three.')).toEqual([
    'A is one.',
    'C is three.',
  ]);
});

it('loses no letter, and marks nothing that is not there', () => {
  const text = 'plain (text) [with] signs.';
  expect(marked(text, 'absent')).toEqual([]);
  expect(
    highlightQuote(text, '(text) [with]')
      .map((segment) => segment.text)
      .join(''),
  ).toBe(text);
});
