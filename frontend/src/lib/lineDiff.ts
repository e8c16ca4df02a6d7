export interface DiffLine {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Above this many pairs of lines nobody reads a line-by-line comparison, and it would take the page's memory. */
const MOST_PAIRS = 4_000_000;

const all = (kind: DiffLine['kind'], lines: readonly string[]): DiffLine[] =>
  lines.map((text) => ({ kind, text }));

/** The fewest lines taken away and added, in the order in which they are read. */
function compared(before: readonly string[], after: readonly string[]): DiffLine[] {
  if (before.length * after.length > MOST_PAIRS) return [...all('removed', before), ...all('added', after)];
  // common[i][j]: how many lines the rests from i and j share at most
  const common = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      common[i]![j] =
        before[i] === after[j]
          ? common[i + 1]![j + 1]! + 1
          : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length && j < after.length)
    if (before[i] === after[j]) {
      lines.push({ kind: 'same', text: after[j]! });
      i++;
      j++;
    } else if (common[i + 1]![j]! >= common[i]![j + 1]!) lines.push({ kind: 'removed', text: before[i++]! });
    else lines.push({ kind: 'added', text: after[j++]! });
  return [...lines, ...all('removed', before.slice(i)), ...all('added', after.slice(j))];
}

/** What became of lines. */
export function lineDiff(before: readonly string[], after: readonly string[]): DiffLine[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return [
    ...all('same', after.slice(0, head)),
    ...compared(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...all('same', after.slice(after.length - tail)),
  ];
}
