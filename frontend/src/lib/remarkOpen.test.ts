import { expect, it } from 'vitest';
import { remarkOpen } from './remarkOpen';

const text = (value: string, start: number, end = start + value.length) => ({
  type: 'text',
  value,
  position: { start: { offset: start }, end: { offset: end } },
});
const tree = (...children: ReturnType<typeof text>[]) => ({ type: 'root', children });
const shown = ({
  children,
}: {
  children: { type: string; value?: string; children?: { value?: string }[] }[];
}) => children.map((node) => (node.type === 'open' ? `<${node.children![0]!.value}>` : node.value));

it('takes out the words that stand in a range, over several nodes', () => {
  const root = tree(text('하나예요. 둘', 0), text('이에요. 셋', 9));
  remarkOpen([{ start: 6, end: 13 }])(root);
  expect(shown(root)).toEqual(['하나예요. ', '<둘>', '<이에요.>', ' 셋']);
});

it('shows words with escaped signs whole', () => {
  const root = tree(text('[가]', 0, 5), text('나', 5));
  remarkOpen([{ start: 1, end: 3 }])(root);
  expect(shown(root)).toEqual(['<[가]>', '나']);
});

it('changes nothing without ranges', () => {
  const root = tree(text('가', 0));
  remarkOpen([])(root);
  expect(shown(root)).toEqual(['가']);
});
