import { locale } from './locale';

const DAY_MS = 86_400_000;
const UNITS = ['B', 'kB', 'MB', 'GB'];

/** A size as people read it. */
export function sizeText(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const value = bytes / 1000 ** power;
  return `${value.toLocaleString(locale.get(), { maximumFractionDigits: value < 10 && power ? 1 : 0 })} ${UNITS[power]}`;
}

/** Today as a time, this year as a day, before that with the year. */
export function dateText(instant: string): string {
  const date = new Date(instant);
  const now = new Date();
  const options: Intl.DateTimeFormatOptions =
    now.getTime() - date.getTime() < DAY_MS && now.getDate() === date.getDate()
      ? { hour: '2-digit', minute: '2-digit' }
      : date.getFullYear() === now.getFullYear()
        ? { month: 'short', day: 'numeric' }
        : { year: 'numeric', month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(locale.get(), options).format(date);
}

/** A moment to the minute, with its year. */
export const momentText = (instant: string): string =>
  new Intl.DateTimeFormat(locale.get(), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  );

export const numberText = (value: number): string => value.toLocaleString(locale.get());

/** A number with one digit after the point, also when that is 0. */
export const tenthsText = (value: number): string =>
  value.toLocaleString(locale.get(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A large number in few characters: 128K, 12.8만. */
export const compactText = (value: number): string =>
  value.toLocaleString(locale.get(), { notation: 'compact', maximumFractionDigits: 1 });

/** A short time: thousandths below a second, then seconds with a tenth. */
export const durationText = (millis: number): string =>
  millis < 1000
    ? `${numberText(millis)} ms`
    : `${(millis / 1000).toLocaleString(locale.get(), { maximumFractionDigits: 1 })} s`;
