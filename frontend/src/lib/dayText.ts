import type { DayRange } from './days';
import { locale } from './locale';

const format = (day: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale.get(), { timeZone: 'UTC', ...options }).format(
    Date.parse(`${day}T00:00:00Z`),
  );

/** A day of the company's calendar, whatever the reader's own zone is. */
export const dayText = (day: string): string => format(day, { month: 'short', day: 'numeric' });
export const weekdayText = (day: string): string =>
  format(day, { month: 'short', day: 'numeric', weekday: 'short' });
export const monthText = (day: string): string => format(day, { year: 'numeric', month: 'short' });

export const rangeText = ({ from, to }: DayRange): string =>
  new Intl.DateTimeFormat(locale.get(), { timeZone: 'UTC', month: 'short', day: 'numeric' }).formatRange(
    Date.parse(`${from}T00:00:00Z`),
    Date.parse(`${to}T00:00:00Z`),
  );

/** The hour of a moment in the company's zone, and its day there. */
export function hourIn(instant: string, timeZone: string): { day: string; hour: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return { day: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')) };
}
