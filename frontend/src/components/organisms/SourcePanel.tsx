import { ExternalLink, FileText, FileX, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useCover } from '@/hooks/useCover';
import type { Citation, Passage } from '@/lib/api/types';
import { highlightQuote, type Segment } from '@/lib/highlight';
import { placeText } from '@/lib/locationText';
import { viewerPath, type OpenedAt } from '@/lib/openedAt';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';
import { IconButton } from '../atoms/IconButton';
import { Marked } from '../atoms/Marked';
import { Skeleton } from '../atoms/Skeleton';
import { EmptyState } from '../molecules/EmptyState';
import { ErrorState } from '../molecules/ErrorState';

interface SourcePanelProps {
  citation: Citation;
  passage: Passage | undefined;
  /** What is marked in the passage; the quote when absent. */
  mark?: (text: string) => Segment[];
  error: unknown;
  onRetry: () => void;
  onClose: () => void;
}

/** The document passage behind a citation, with the words around it and the quote marked. */
export function SourcePanel({
  citation,
  passage,
  mark = (text) => highlightQuote(text, citation.quote),
  error,
  onRetry,
  onClose,
}: SourcePanelProps) {
  const panel = useRef<HTMLElement>(null);
  useCover(panel, citation);
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
  }, [citation]);
  useEffect(() => {
    panel.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [passage]);
  // where the quote stands: its passage may begin a page earlier
  const { location } = citation;
  const place = placeText(location);
  const gone = citation.available === false;
  const at: OpenedAt = { quote: citation.quote, location: citation.location };
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={m.source_panel({ number: citation.number })}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      className="fixed inset-0 z-20 flex animate-appear flex-col bg-surface outline-none lg:static lg:w-[400px] lg:shrink-0 lg:border-l lg:border-line"
    >
      <header className="flex items-start gap-3 border-b border-line px-5 py-4">
        <span className="mt-0.5 grid size-8 shrink-0 place-items-center rounded-md bg-accent-soft text-accent">
          <Icon of={FileText} />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold">{shownName(citation.documentName)}</h2>
          <p className="text-sm text-ink-2">
            {[place, ...(location.headings ?? [])].filter(Boolean).join(' › ') || m.source_whole()}
          </p>
          {passage?.standing === 'superseded' && <p className="text-sm text-ink-2">{m.source_older()}</p>}
        </div>
        <IconButton icon={X} label={m.close()} onClick={onClose} />
      </header>
      <div className="flex-1 space-y-4 overflow-y-auto px-5 py-5 text-sm leading-6" tabIndex={0}>
        {gone ? (
          <EmptyState icon={FileX} title={m.citation_gone()}>
            {m.citation_gone_detail()}
          </EmptyState>
        ) : error ? (
          <ErrorState error={error} onRetry={onRetry} />
        ) : !passage ? (
          <Skeleton rows={7} />
        ) : (
          <>
            {passage.before && <p className="whitespace-pre-wrap text-ink-3">{passage.before}</p>}
            <p
              data-passage={passage.id}
              className="border-l-2 border-accent pl-4 text-base whitespace-pre-wrap"
            >
              <Marked segments={mark(passage.text)} />
            </p>
            {passage.after && <p className="whitespace-pre-wrap text-ink-3">{passage.after}</p>}
          </>
        )}
      </div>
      {passage && !gone && (
        <footer className="shrink-0 border-t border-line px-5 py-3">
          <Link
            to={viewerPath(citation.documentId, citation.passageId)}
            state={at}
            className="inline-flex h-9 w-full items-center justify-center gap-2 rounded-md border border-line bg-surface px-3.5 text-sm font-semibold text-ink transition-colors duration-150 hover:border-line-strong hover:bg-sunken"
          >
            <Icon of={ExternalLink} size={16} />
            {m.source_open()}
          </Link>
        </footer>
      )}
    </aside>
  );
}
