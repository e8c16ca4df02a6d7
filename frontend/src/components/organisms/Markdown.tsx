import { memo, useMemo, type ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { markdownBlocks } from '@/lib/markdownBlocks';
import { remarkOpen } from '@/lib/remarkOpen';
import type { TextRange } from '@/lib/support';
import { CITATION_PREFIX, remarkCitations } from '@/lib/remarkCitations';

const REHYPE = [rehypeSanitize];
const NONE: readonly TextRange[] = [];

interface MarkdownProps {
  text: string;
  renderCitation: (number: number) => ReactNode;
  /** Sentences to show as without a source. */
  open?: readonly TextRange[];
}

const componentsFor = (renderCitation: MarkdownProps['renderCitation']): Components => ({
  // An image would tell its host who reads what, so only its words are shown.
  img: ({ alt }) => (alt ? <span className="text-ink-2">[{alt}]</span> : null),
  a: ({ href, children }) =>
    href?.startsWith(CITATION_PREFIX) ? (
      (renderCitation(Number(href.slice(CITATION_PREFIX.length))) ?? <>{children}</>)
    ) : (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow">
        {children}
      </a>
    ),
  ins: ({ children }) => (
    <mark
      data-open
      className="bg-warn-soft text-ink underline decoration-warn decoration-dotted underline-offset-4"
    >
      {children}
    </mark>
  ),
  table: ({ children }) => (
    <div className="table-scroll" tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
});

interface BlockProps {
  text: string;
  components: Components;
  open: readonly TextRange[];
}

const Block = memo(function Block({ text, components, open }: BlockProps) {
  return (
    <div className="prose">
      <ReactMarkdown
        remarkPlugins={[remarkGfm, [remarkOpen, open], remarkCitations]}
        rehypePlugins={REHYPE}
        components={components}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
});

/** The blocks of a text with what of the ranges stands in each; blocks without any stay the same to their memo. */
function blocksOf(text: string, open: readonly TextRange[]) {
  let at = 0;
  return markdownBlocks(text).map((block) => {
    const from = text.indexOf(block, at);
    at = from + block.length;
    const own = open.filter(({ start, end }) => start < at && end > from);
    return {
      block,
      own: own.length ? own.map(({ start, end }) => ({ start: start - from, end: end - from })) : NONE,
    };
  });
}

/** An answer's Markdown, sanitised; while it streams only the last block is rendered again. */
const Markdown = memo(function Markdown({ text, renderCitation, open = NONE }: MarkdownProps) {
  const components = useComponents(renderCitation);
  const blocks = useMemo(() => blocksOf(text, open), [text, open]);
  return blocks.map(({ block, own }, index) => (
    <Block key={index} text={block} components={components} open={own} />
  ));
});

const cache = new WeakMap<MarkdownProps['renderCitation'], Components>();
function useComponents(renderCitation: MarkdownProps['renderCitation']): Components {
  const known = cache.get(renderCitation);
  if (known) return known;
  const made = componentsFor(renderCitation);
  cache.set(renderCitation, made);
  return made;
}

export default Markdown;
