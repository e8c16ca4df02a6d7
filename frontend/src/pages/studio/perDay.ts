import type { ToolAnalytics, ToolFigures } from '@/lib/api/types';
import { daysOf } from '@/lib/days';

const NOTHING: ToolFigures = {
  runs: 0,
  people: 0,
  cost: 0,
  helped: 0,
  didNot: 0,
  failed: 0,
  notFound: 0,
  notCited: 0,
};

/** Every day of a range with its figures, those without an answer too. */
export function perDay({
  from,
  to,
  days,
}: Pick<ToolAnalytics, 'from' | 'to' | 'days'>): { day: string; line: ToolFigures }[] {
  const known = new Map(days.map((line) => [line.day, line]));
  return daysOf({ from, to }).map((day) => ({ day, line: known.get(day) ?? NOTHING }));
}
