import { describe, expect, it } from 'vitest';
import { addDays, daysOf, monthsOf, rangeBefore, rangeOf } from './days';

describe('ranges of days', () => {
  it('end today', () => {
    expect(rangeOf('today', '2026-03-01')).toEqual({ from: '2026-03-01', to: '2026-03-01' });
    expect(rangeOf('week', '2026-03-01')).toEqual({ from: '2026-02-23', to: '2026-03-01' });
    expect(rangeOf('month', '2026-03-14')).toEqual({ from: '2026-03-01', to: '2026-03-14' });
  });

  it.each([
    ['2026-03-14', '2026-03-14', '2026-03-13', '2026-03-13'],
    ['2026-02-23', '2026-03-01', '2026-02-16', '2026-02-22'],
    ['2026-03-01', '2026-03-14', '2026-02-01', '2026-02-14'],
    ['2026-03-01', '2026-03-30', '2026-02-01', '2026-02-28'],
    ['2026-02-01', '2026-02-28', '2026-01-01', '2026-01-31'],
    ['2026-01-01', '2026-01-01', '2025-12-01', '2025-12-01'],
  ])('%s to %s is compared with %s to %s', (from, to, fromBefore, toBefore) => {
    expect(rangeBefore({ from, to })).toEqual({ from: fromBefore, to: toBefore });
  });

  it('have every day, over months and leap days', () => {
    expect(daysOf({ from: '2028-02-27', to: '2028-03-01' })).toEqual([
      '2028-02-27',
      '2028-02-28',
      '2028-02-29',
      '2028-03-01',
    ]);
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('sum up to months', () => {
    const days = daysOf({ from: '2026-01-30', to: '2026-02-02' }).map((day) => ({ day, value: 1 }));
    expect(monthsOf(days)).toEqual([
      { day: '2026-01-01', value: 2 },
      { day: '2026-02-01', value: 2 },
    ]);
  });
});
