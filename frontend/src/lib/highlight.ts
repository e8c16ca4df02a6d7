export interface Segment {
  text: string;
  marked: boolean;
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Finds a quote although lines were wrapped differently; gives its place in the original text. */
function find(text: string, quote: string): [number, number] | undefined {
  const words = flat(quote).split(' ').filter(Boolean);
  if (!words.length) return undefined;
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
  const match = new RegExp(pattern).exec(text);
  return match ? [match.index, match.index + match[0].length] : undefined;
}

/** Cuts a passage into marked and unmarked parts; a quote of several sentences is also found sentence by sentence. */
export function highlightQuote(text: string, quote: string): Segment[] {
  const whole = find(text, quote);
  const ranges = whole
    ? [whole]
    : quote
        .split(/(?<=[.!?。…])\s+|\n+|\s*…\s*/)
        .map((sentence) => find(text, sentence))
        .filter((range) => range !== undefined)
        .sort((a, b) => a[0] - b[0]);
  const segments: Segment[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (from < at) continue;
    if (from > at) segments.push({ text: text.slice(at, from), marked: false });
    segments.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) segments.push({ text: text.slice(at), marked: false });
  return segments;
}
