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
  // a question and its answer are of one moment
  createdAt: new Date(1_000 * (/^a\d$/.test(id) ? second : ++second)).toISOString(),
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

it('opens where something was said last, though another branch began later', () => {
  const more = [...TREE, message('q3', 'a2'), message('a3', 'q3')];
  expect(visiblePath(more, {}).map((turn) => turn.message.id)).toEqual(['q1', 'a1', 'q2', 'a2', 'q3', 'a3']);
});

it('shows of a conversation that goes on above what leads to its end, and whole what is below', () => {
  const part = (from: number, choices = {}, whole = false) =>
    visiblePath([...TREE, message('a2b', 'q2')].slice(from), choices, whole);
  // the branch of q1b ended before
  expect(part(2).map((turn) => turn.message.id)).toEqual(['q2', 'a2b']);
  expect(part(2).map(({ position, count }) => [position, count])).toEqual([
    [1, 1],
    [2, 2],
  ]);
  expect(part(2, choose({}, 'q2', 'a2')).map((turn) => turn.message.id)).toEqual(['q2', 'a2']);
  expect(part(0, {}, true).map(({ message: { id }, count }) => `${id} ${count}`)).toEqual([
    'q1 2',
    'a1 1',
    'q2 1',
    'a2b 2',
  ]);
});

it('counts siblings and steps between them, not past the ends', () => {
  const [first] = visiblePath(TREE, {});
  expect([first!.position, first!.count]).toEqual([2, 2]);
  expect(ids(chooseSibling({}, first!, -1))[0]).toBe('q1');
  expect(chooseSibling({}, first!, 1)).toEqual({});
});
