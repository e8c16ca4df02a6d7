import { expect, it } from 'vitest';
import ko from '../src/locales/ko/messages.json';
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

it('no Korean message leaves the particle to the reader', () => {
  const texts = Object.entries(ko).map(([name, text]) => `${name}: ${JSON.stringify(text)}`);
  expect(texts.length).toBeGreaterThan(1000);
  expect(
    texts.filter((text) => /(이\(가\)|을\(를\)|은\([는를]\)|과\(와\)|와\(과\)|\(으\)로)/.test(text)),
  ).toEqual([]);
});
