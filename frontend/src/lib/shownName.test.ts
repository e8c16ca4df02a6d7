import { expect, test } from 'vitest';
import { shownName } from './shownName';

test('a name keeps its letters and loses the marks that turn others round', () => {
  expect(shownName('취업규칙 2026.pdf')).toBe('취업규칙 2026.pdf');
  expect(shownName('report\u202efdp.exe')).toBe('reportfdp.exe');
  expect(shownName('a\u2067b\u2069c\u200fd')).toBe('abcd');
});

test('a name that is read from the right stands by itself', () => {
  expect(shownName('חופשה')).toBe('\u2068חופשה\u2069');
  expect(shownName('إجازة\u2069\u202e 3')).toBe('\u2068إجازة 3\u2069');
});
