import { expect, it } from 'vitest';
import { remarkCitations } from './remarkCitations';

it('turns [1] in words into a link and leaves code alone', () => {
  const tree = {
    type: 'root',
    children: [
      { type: 'text', value: '그래요 [1][12].' },
      { type: 'inlineCode', value: 'list[1]' },
    ],
  };
  remarkCitations()(tree);
  expect(tree.children.map((node) => ('url' in node ? node.url : node.value))).toEqual([
    '그래요 ',
    '#cite-1',
    '#cite-12',
    '.',
    'list[1]',
  ]);
});
