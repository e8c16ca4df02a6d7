import { expect, it } from 'vitest';
import type { Message } from './api/types';
import { choose, chooseSibling, visiblePath } from './messageTree';

let second = 0;
const message = (id: string, parentId?: string): Message => ({
  id,
  role: 'user',
  text: id,
  status: 'complete',
  citations: [],
  createdAt: new Date(1_000 * ++second).toISOString(),
  ...(parentId ? { parentId } : {}),
});

const TREE = [
  message('q1'),
  message('a1', 'q1'),
  message('q2', 'a1'),
  message('a2', 'q2'),
  message('q1b'),
  message('a1b', 'q1b'),
];
const ids = (choices = {}) => visiblePath(TREE, choices).map((turn) => turn.message.id);

it('shows the latest branch until another is chosen', () => {
  expect(ids()).toEqual(['q1b', 'a1b']);
  expect(ids(choose({}, undefined, 'q1'))).toEqual(['q1', 'a1', 'q2', 'a2']);
});

it('counts siblings and steps between them, not past the ends', () => {
  const [first] = visiblePath(TREE, {});
  expect([first!.position, first!.count]).toEqual([2, 2]);
  expect(ids(chooseSibling({}, first!, -1))[0]).toBe('q1');
  expect(chooseSibling({}, first!, 1)).toEqual({});
});
