/** Days as the API writes them, both ends included. */
export interface DayRange {
  from: string;
  to: string;
}

export type RangeName = 'today' | 'week' | 'month' | 'custom';

const DAY_MS = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const iso = (moment: number) => new Date(moment).toISOString().slice(0, 10);

export const addDays = (day: string, count: number): string => iso(at(day) + count * DAY_MS);

/** How many days a range has. */
export const lengthOf = ({ from, to }: DayRange): number => Math.round((at(to) - at(from)) / DAY_MS) + 1;

export function rangeOf(name: Exclude<RangeName, 'custom'>, today: string): DayRange {
  if (name === 'month') return { from: `${today.slice(0, 7)}-01`, to: today };
  return { from: name === 'today' ? today : addDays(today, -6), to: today };
}

/** What a range is compared with: the same days of the month before, or as many days right before it. */
export function rangeBefore(range: DayRange): DayRange {
  const end = addDays(range.from, -1);
  const thisMonth = range.from.endsWith('-01') && range.from.slice(0, 7) === range.to.slice(0, 7);
  if (!thisMonth) return { from: addDays(end, 1 - lengthOf(range)), to: end };
  const from = `${end.slice(0, 7)}-01`;
  const whole = addDays(range.to, 1).endsWith('-01');
  const to = addDays(from, lengthOf(range) - 1);
  return { from, to: whole || to > end ? end : to };
}

/** Every day of a range. */
export const daysOf = (range: DayRange): string[] =>
  Array.from({ length: lengthOf(range) }, (_, day) => addDays(range.from, day));

/** Sums by day become sums by month when there are too many days to see. */
export function monthsOf(days: readonly { day: string; value: number }[]): { day: string; value: number }[] {
  const sums = new Map<string, number>();
  for (const { day, value } of days) {
    const month = `${day.slice(0, 7)}-01`;
    sums.set(month, (sums.get(month) ?? 0) + value);
  }
  return [...sums].map(([day, value]) => ({ day, value }));
}
