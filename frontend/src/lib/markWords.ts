import type { Segment } from './highlight';

const HANGUL = /^\p{Script=Hangul}+$/u;
/** A Korean word carries its particles at its end, an English one its inflection. */
const STEM = { korean: 2, other: 3 };

/** The beginning of a word that the text has, as much of it as possible; what is not Korean begins a word there too. */
function beginning(text: string, word: string): string | undefined {
  const korean = HANGUL.test(word);
  const shortest = Math.min(korean ? STEM.korean : STEM.other, word.length);
  for (let length = word.length; length >= shortest; length--) {
    const start = korean ? word.slice(0, length) : `(?<![\\p{L}\\p{N}])${word.slice(0, length)}`;
    if (new RegExp(start, 'u').test(text)) return start;
  }
  return undefined;
}

/** Cuts a text into what has a word of a question and what has none. */
export function markWords(text: string, question: string): Segment[] {
  const lower = text.toLowerCase();
  const words = [...new Set(question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])];
  const telling = words.filter((word) => word.length >= (HANGUL.test(word) ? STEM.korean : STEM.other));
  const found = (telling.length ? telling : words)
    .map((word) => beginning(lower, word))
    .filter((start) => start !== undefined)
    .sort((a, b) => b.length - a.length);
  // a text whose lower case has another length keeps its marks out rather than wrong
  if (!found.length || lower.length !== text.length) return [{ text, marked: false }];
  const pattern = new RegExp(found.join('|'), 'gu');
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
