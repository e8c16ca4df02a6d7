import { expect, test } from 'vitest';
import type { Folder } from './api/types';
import { documentsBelow, foldersIn, pathTo, treeOf } from './folderTree';

const folder = (id: string, parentId?: string): Folder => ({
  id,
  name: id,
  collectionId: 'c',
  documentCount: 2,
  createdAt: '2026-01-01T00:00:00Z',
  ...(parentId ? { parentId } : {}),
});
const folders = [folder('a'), folder('b', 'a'), folder('c', 'b'), folder('d')];

test('a path leads from the top down, and to nowhere for what is gone', () => {
  expect(pathTo(folders, 'c').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(pathTo(folders, undefined)).toEqual([]);
  expect(pathTo(folders, 'gone')).toEqual([]);
});

test('the top holds what has no parent', () => {
  expect(foldersIn(folders, undefined).map(({ id }) => id)).toEqual(['a', 'd']);
});

test('the tree is read parent first; a folder left out takes all below it along', () => {
  expect(treeOf(folders).map(({ folder: { id }, depth }) => `${id}${depth}`)).toEqual([
    'a0',
    'b1',
    'c2',
    'd0',
  ]);
  expect(treeOf(folders, 'b').map(({ folder: { id } }) => id)).toEqual(['a', 'd']);
});

test('a folder holds its own documents and those below', () => {
  expect(documentsBelow(folders, folders[0]!)).toBe(6);
});
