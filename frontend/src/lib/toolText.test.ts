import { expect, it, vi } from 'vitest';

let language = 'ko';
vi.mock('./locale', () => ({ locale: { get: () => language } }));
const { tidy, wordsOf } = await import('./toolText');

it('shows the own language, or the other when there is no such', () => {
  language = 'ko';
  expect(wordsOf({ ko: '휴가', en: 'Leave' })).toBe('휴가');
  expect(wordsOf({ en: 'Leave' })).toBe('Leave');
  language = 'en';
  expect(wordsOf({ ko: '휴가', en: 'Leave' })).toBe('Leave');
  expect(wordsOf({ ko: '휴가' })).toBe('휴가');
  expect(wordsOf(undefined)).toBe('');
});

it('sends nothing that was left empty', () => {
  expect(
    tidy({
      name: { ko: ' 휴가 도우미 ', en: ' ' },
      icon: 'calendar',
      description: { ko: '', en: '' },
      instructions: '  ',
      model: '',
      starters: [{ ko: '연차는?', en: '' }, { ko: ' ' }, {}],
    }),
  ).toEqual({
    name: { ko: '휴가 도우미' },
    icon: 'calendar',
    collectionIds: [],
    starters: [{ ko: '연차는?' }],
  });
});
