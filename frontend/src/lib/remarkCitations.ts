interface Node {
  type: string;
  value?: string;
  url?: string;
  children?: Node[];
}

const CITATION = /\[(\d{1,3})\]/g;

/** The address that a citation's link carries inside an answer. */
export const CITATION_PREFIX = '#cite-';

function split(text: string): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const match of text.matchAll(CITATION)) {
    if (match.index > at) nodes.push({ type: 'text', value: text.slice(at, match.index) });
    nodes.push({
      type: 'link',
      url: CITATION_PREFIX + match[1],
      children: [{ type: 'text', value: match[0] }],
    });
    at = match.index + match[0].length;
  }
  if (at < text.length) nodes.push({ type: 'text', value: text.slice(at) });
  return nodes;
}

function walk(node: Node): void {
  if (!node.children || node.type === 'link') return;
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return split(child.value ?? '');
    walk(child);
    return [child];
  });
}

/** Turns `[1]` in an answer's words, never in its code, into a link that the page renders as a citation. */
export const remarkCitations = () => walk;
