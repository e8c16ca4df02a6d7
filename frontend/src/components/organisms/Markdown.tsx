import { memo, type ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { markdownBlocks } from '@/lib/markdownBlocks';
import { CITATION_PREFIX, remarkCitations } from '@/lib/remarkCitations';

const REMARK = [remarkGfm, remarkCitations];
const REHYPE = [rehypeSanitize];

interface MarkdownProps {
  text: string;
  renderCitation: (number: number) => ReactNode;
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
  table: ({ children }) => (
    <div className="table-scroll" tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
});

const Block = memo(function Block({ text, components }: { text: string; components: Components }) {
  return (
    <div className="prose">
      <ReactMarkdown remarkPlugins={REMARK} rehypePlugins={REHYPE} components={components}>
        {text}
      </ReactMarkdown>
    </div>
  );
});

/** An answer's Markdown, sanitised; while it streams only the last block is rendered again. */
const Markdown = memo(function Markdown({ text, renderCitation }: MarkdownProps) {
  const components = useComponents(renderCitation);
  return markdownBlocks(text).map((block, index) => (
    <Block key={index} text={block} components={components} />
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
