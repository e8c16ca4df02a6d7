import { lineDiff, type DiffLine } from './lineDiff';

export interface DiffText extends DiffLine {
  /** The line in pieces, where it took another's place and much of it stayed. */
  pieces?: readonly DiffLine[];
}

/** Lines that share less than this of their letters are read whole: marks in each word would be noise. */
const ENOUGH = 0.4;

// words by the platform's own rules, which know Korean, English and scripts without spaces
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
const cut = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);

const letters = (pieces: readonly DiffLine[]) =>
  pieces.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0);

/** Neighbours of one kind as one piece; a space between two that changed changed with them. */
function joined(pieces: readonly DiffLine[]): DiffLine[] {
  const out: DiffLine[] = [];
  pieces.forEach(({ kind, text }, index) => {
    const last = out.at(-1);
    const inside =
      last &&
      last.kind !== 'same' &&
      kind === 'same' &&
      !text.trim() &&
      pieces[index + 1]?.kind === last.kind;
    if (last && (last.kind === kind || inside)) last.text += text;
    else out.push({ kind, text });
  });
  return out;
}

function between(removed: DiffLine, added: DiffLine): [DiffText, DiffText] {
  const words = lineDiff(cut(removed.text), cut(added.text));
  const same = letters(words.filter(({ kind }) => kind === 'same'));
  const most = Math.max(letters([removed]), letters([added]));
  if (same < most * ENOUGH) return [removed, added];
  const of = (kind: DiffLine['kind']) =>
    joined(words.filter((word) => word.kind === 'same' || word.kind === kind));
  return [
    { ...removed, pieces: of('removed') },
    { ...added, pieces: of('added') },
  ];
}

/** What became of lines, and inside of those that were changed, of words. */
export function wordDiff(before: readonly string[], after: readonly string[]): DiffText[] {
  const lines: DiffText[] = lineDiff(before, after);
  for (let start = 0; start < lines.length;) {
    let end = start;
    while (end < lines.length && lines[end]!.kind !== 'same') end++;
    const changed = lines.slice(start, end);
    const removed = changed.filter(({ kind }) => kind === 'removed');
    const added = changed.filter(({ kind }) => kind === 'added');
    for (let i = 0; i < Math.min(removed.length, added.length); i++)
      [removed[i], added[i]] = between(removed[i]!, added[i]!);
    lines.splice(start, end - start, ...removed, ...added);
    start = end + 1;
  }
  return lines;
}
