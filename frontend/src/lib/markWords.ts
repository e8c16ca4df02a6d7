import type { Segment } from './highlight';

const HANGUL = /^\p{Script=Hangul}+$/u;
/** Fewer letters tell nothing. */
const TELLING = { korean: 2, other: 3 };

/** How much of a word must be there: a Korean one carries particles at its end, an English one its inflection. */
const stem = (length: number, korean: boolean) =>
  korean ? Math.max(2, Math.ceil(length / 2)) : length <= 4 ? length : Math.ceil(length * 0.75);

/** A pattern of a word's stem and as much of its end as follows; what is not Korean begins a word there too. */
function patternOf(word: string): string {
  const korean = HANGUL.test(word);
  const letters = [...word];
  const least = Math.min(stem(letters.length, korean), letters.length);
  const end = letters.slice(least).reduceRight((rest, letter) => `(?:${letter}${rest})?`, '');
  return (korean ? '' : '(?<![\\p{L}\\p{N}])') + letters.slice(0, least).join('') + end;
}

/** Cuts a text into what has a word of a question and what has none. */
export function markWords(text: string, question: string): Segment[] {
  const lower = text.toLowerCase();
  const words = [...new Set(question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])];
  const telling = words.filter((word) => word.length >= (HANGUL.test(word) ? TELLING.korean : TELLING.other));
  const asked = (telling.length ? telling : words).sort((a, b) => b.length - a.length);
  // a text whose lower case has another length keeps its marks out rather than wrong
  if (!asked.length || lower.length !== text.length) return [{ text, marked: false }];
  const pattern = new RegExp(asked.map(patternOf).join('|'), 'gu');
  const segments: Segment[] = [];
  let at = 0;
  for (const match of lower.matchAll(pattern)) {
    if (match.index > at) segments.push({ text: text.slice(at, match.index), marked: false });
    at = match.index + match[0].length;
    segments.push({ text: text.slice(match.index, at), marked: true });
  }
  if (at < text.length) segments.push({ text: text.slice(at), marked: false });
  return segments;
}

const BEFORE = 80;

/** A text that begins shortly before its first mark, so that an excerpt shows why it was found. */
export function fromFirstMark(segments: Segment[]): Segment[] {
  const [first, ...rest] = segments;
  if (!first || first.marked || !rest.length || first.text.length <= BEFORE * 1.5) return segments;
  const cut = first.text.slice(-BEFORE);
  return [{ text: `… ${cut.slice(cut.search(/\s/) + 1)}`, marked: false }, ...rest];
}
