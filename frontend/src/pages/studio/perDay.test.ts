import { expect, test } from 'vitest';
import { perDay } from './perDay';

const figures = { people: 1, cost: 2, helped: 0, didNot: 0, failed: 0, notFound: 0, notCited: 0 };

test('days without an answer stand between those with one', () => {
  const all = perDay({
    from: '2026-02-27',
    to: '2026-03-02',
    days: [
      { day: '2026-02-27', runs: 3, ...figures },
      { day: '2026-03-01', runs: 5, ...figures },
    ],
  });
  expect(all.map(({ line }) => line.runs)).toEqual([3, 0, 5, 0]);
});
