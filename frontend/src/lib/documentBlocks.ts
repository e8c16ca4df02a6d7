import type { Segment } from './highlight';
import { matchQuote } from './matchQuote';

/** A part of a passage: words as they stand, or a table in Markdown. */
export type DocumentBlock =
  { kind: 'words'; segments: Segment[] } | { kind: 'table'; markdown: string; marked: boolean };

const ROW = /^\s*\|.*\|\s*$/;
const RULE = /^\s*\|[\s:|-]+\|\s*$/;

/** Where the tables of a passage begin and end: a header, its rule, its rows. */
function tables(text: string): [number, number][] {
  const found: [number, number][] = [];
  const lines = text.split('\n');
  let at = 0;
  let open = -1;
  lines.forEach((line, index) => {
    if (open < 0 && ROW.test(line) && RULE.test(lines[index + 1] ?? '')) open = at;
    else if (open >= 0 && !ROW.test(line)) {
      found.push([open, at]);
      open = -1;
    }
    at += line.length + 1;
  });
  if (open >= 0) found.push([open, text.length]);
  return found;
}

/** Cuts a passage into its words and tables, with what a quote says marked in them. */
export function documentBlocks(text: string, quote: string): DocumentBlock[] {
  const marks = matchQuote([text], quote);
  const words = (from: number, to: number): DocumentBlock[] => {
    const segments: Segment[] = [];
    let at = from;
    for (const mark of marks) {
      const begin = Math.max(mark.from, at);
      const end = Math.min(mark.to, to);
      if (begin >= end) continue;
      if (begin > at) segments.push({ text: text.slice(at, begin), marked: false });
      segments.push({ text: text.slice(begin, end), marked: true });
      at = end;
    }
    if (at < to) segments.push({ text: text.slice(at, to), marked: false });
    return text.slice(from, to).trim() ? [{ kind: 'words', segments }] : [];
  };
  const blocks: DocumentBlock[] = [];
  let at = 0;
  for (const [from, to] of tables(text)) {
    blocks.push(...words(at, from), {
      kind: 'table',
      markdown: text.slice(from, to).trim(),
      marked: marks.some((mark) => mark.from < to && mark.to > from),
    });
    at = to;
  }
  return [...blocks, ...words(at, text.length)];
}
