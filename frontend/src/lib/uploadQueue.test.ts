import { expect, test } from 'vitest';
import {
  foldersNeeded,
  nextToSend,
  pauseAfter,
  resumed,
  summaryOf,
  twinOf,
  type QueuedUpload,
} from './uploadQueue';

const upload = (key: string, rest: Partial<QueuedUpload> = {}): QueuedUpload => ({
  key,
  collectionId: 'c',
  file: { name: `${key}.txt`, size: 10 },
  folders: [],
  share: 0,
  phase: 'waiting',
  attempts: 0,
  ...rest,
});

test('no more are sent at once than are allowed, first come first sent', () => {
  const uploads = [upload('a', { phase: 'sending' }), upload('b'), upload('c'), upload('d')];
  expect(nextToSend(uploads, 3).map(({ key }) => key)).toEqual(['b', 'c']);
  expect(nextToSend(uploads, 1)).toEqual([]);
});

test('the share is of the bytes; duplicates and what is refused do not count', () => {
  const summary = summaryOf([
    upload('a', { phase: 'done', share: 1 }),
    upload('b', { phase: 'sending', share: 0.5 }),
    upload('c', { phase: 'duplicate' }),
    upload('d', { phase: 'refused' }),
    upload('f', { phase: 'there' }),
    upload('e', { phase: 'failed' }),
  ]);
  expect(summary).toEqual({ total: 3, done: 1, failed: 1, duplicates: 1, there: 1, open: 1, share: 0.5 });
  expect(summaryOf([]).share).toBe(0);
});

test('the same bytes are twins in one collection only, and not of what failed', () => {
  const first = upload('a', { sha256: 'x', phase: 'sending' });
  expect(twinOf([first], upload('b', { sha256: 'x' }))).toBe(first);
  expect(twinOf([first], upload('b', { sha256: 'x', collectionId: 'other' }))).toBeUndefined();
  expect(twinOf([{ ...first, phase: 'failed' }], upload('b', { sha256: 'x' }))).toBeUndefined();
  expect(twinOf([upload('a')], upload('b'))).toBeUndefined();
});

test('a file goes on with the document that waits for it, each once', () => {
  const waiting = [
    { id: '1', name: 'a.txt', size: 10 },
    { id: '2', name: 'a.txt', size: 10, folderId: 'f' },
  ];
  const found = resumed(
    [
      upload('a'),
      upload('again', { file: { name: 'a.txt', size: 10 } }),
      upload('below', { file: { name: 'a.txt', size: 10 }, folderId: 'f' }),
      upload('longer', { file: { name: 'a.txt', size: 11 } }),
    ],
    waiting,
  );
  expect([...found].map(([key, { id }]) => key + id)).toEqual(['a1', 'below2']);
});

test('folders are made once each, parents first', () => {
  expect(foldersNeeded([upload('a', { folders: ['x', 'y'] }), upload('b', { folders: ['x'] })])).toEqual([
    ['x'],
    ['x', 'y'],
  ]);
});

test('each pause is longer, up to a limit', () => {
  expect([0, 1, 2, 9].map(pauseAfter)).toEqual([1_000, 2_000, 4_000, 15_000]);
});
