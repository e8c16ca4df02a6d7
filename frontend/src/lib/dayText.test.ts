import { expect, it, vi } from 'vitest';

vi.mock('./locale', () => ({ locale: { get: () => 'ko' } }));
const { hourIn, rangeText } = await import('./dayText');

it('hours belong to the day of the company', () => {
  expect(hourIn('2026-03-13T15:30:00Z', 'Asia/Seoul')).toEqual({ day: '2026-03-14', hour: 0 });
  expect(hourIn('2026-03-14T14:59:59Z', 'Asia/Seoul')).toEqual({ day: '2026-03-14', hour: 23 });
});

it('a range of one day is one day', () => {
  expect(rangeText({ from: '2026-03-14', to: '2026-03-14' })).toBe('3월 14일');
  expect(rangeText({ from: '2026-03-01', to: '2026-03-14' })).toBe('3월 1일~14일');
});
