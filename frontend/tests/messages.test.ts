import { expect, it } from 'vitest';
import { checkMessages, differences } from '../scripts/messages.mjs';

it('Korean and English say the same things', async () => {
  await expect(checkMessages()).resolves.toBeUndefined();
});

it('a missing, empty or differently filled message is named', () => {
  expect(differences({ a: '하나', b: '{n}개', c: '셋' }, { b: '{count} of them', c: ' ' })).toEqual([
    'a: missing in en',
    'b: placeholders differ',
    'c: missing in en',
  ]);
});
