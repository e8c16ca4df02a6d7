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
    category: 'other',
    inputs: [],
    output: { kind: 'chat' },
    sampling: {},
  });
});

it('sends of a field what its kind has', () => {
  const { inputs } = tidy({
    name: { ko: '도구' },
    icon: 'chat',
    inputs: [
      {
        name: 'a',
        kind: 'choice',
        label: { ko: ' 고르기 ', en: '' },
        hint: { ko: ' ' },
        options: [{ ko: '하나' }, { ko: ' ' }],
        maxLength: 5,
        min: 1,
      },
      {
        name: 'b',
        kind: 'number',
        label: { ko: '수' },
        required: true,
        min: 0,
        max: 9,
        options: [{ ko: '하나' }],
      },
    ],
  });
  expect(inputs).toEqual([
    { name: 'a', kind: 'choice', label: { ko: '고르기' }, required: false, options: [{ ko: '하나' }] },
    { name: 'b', kind: 'number', label: { ko: '수' }, required: true, min: 0, max: 9 },
  ]);
});
