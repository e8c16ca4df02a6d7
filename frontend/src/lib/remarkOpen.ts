import type { TextRange } from './support';

interface Node {
  type: string;
  value?: string;
  position?: { start: { offset?: number }; end: { offset?: number } };
  data?: { hName: string };
  children?: Node[];
}

const open = (value: string): Node => ({
  type: 'open',
  data: { hName: 'ins' },
  children: [{ type: 'text', value }],
});

function split(node: Node, ranges: readonly TextRange[]): Node[] {
  const value = node.value ?? '';
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  if (from === undefined || to === undefined) return [node];
  const own = ranges.filter(({ start, end }) => start < to && end > from);
  if (!own.length) return [node];
  // An escaped sign makes words shorter than their source: then all of them are shown.
  if (value.length !== to - from) return [open(value)];
  const parts: Node[] = [];
  let at = 0;
  for (const { start, end } of own) {
    const begin = Math.max(start - from, at);
    const stop = Math.min(end - from, value.length);
    if (begin > at) parts.push({ type: 'text', value: value.slice(at, begin) });
    parts.push(open(value.slice(begin, stop)));
    at = stop;
  }
  if (at < value.length) parts.push({ type: 'text', value: value.slice(at) });
  return parts;
}

function walk(node: Node, ranges: readonly TextRange[]): void {
  if (!node.children) return;
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return split(child, ranges);
    walk(child, ranges);
    return [child];
  });
}

/** Puts what stands in the ranges of a Markdown text into `ins`, which the page renders as sentences without a source. */
export const remarkOpen = (ranges: readonly TextRange[]) => (tree: Node) => {
  if (ranges.length) walk(tree, ranges);
};
