import { lazy, Suspense, useEffect, useRef } from 'react';
import type { DocumentPiece } from '@/lib/api/types';
import { documentBlocks } from '@/lib/documentBlocks';
import { placeText } from '@/lib/locationText';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { Marked } from '../atoms/Marked';

const Markdown = lazy(() => import('./Markdown'));
const noCitation = () => null;

interface DocumentTextProps {
  pieces: DocumentPiece[];
  /** The passage that was cited, and what of it. */
  citedId?: string | undefined;
  quote: string;
  /** Absent at the start. */
  onEarlier?: (() => void) | undefined;
  /** Absent at the end. */
  onLater?: (() => void) | undefined;
  busy: boolean;
}

/** Where a piece stands, without the heading that it begins with itself. */
const placeOf = ({ location, text }: DocumentPiece) =>
  [placeText(location), ...(location.headings ?? []).filter((heading) => !text.startsWith(heading))]
    .filter(Boolean)
    .join(' › ');

/** What was read of a document, as text and tables, with the cited passage shown. */
export function DocumentText({ pieces, citedId, quote, onEarlier, onLater, busy }: DocumentTextProps) {
  const shown = useRef<string>(undefined);
  const cited = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!citedId || shown.current === citedId || !cited.current) return;
    shown.current = citedId;
    const target = cited.current.querySelector('mark, [data-marked]') ?? cited.current;
    target.scrollIntoView({ block: 'center' });
  }, [citedId, pieces]);
  return (
    <article aria-label={m.viewer_text()} className="mx-auto w-full max-w-[720px] px-5 py-6 sm:px-8">
      {onEarlier && (
        <Button className="mb-6 w-full" disabled={busy} onClick={onEarlier}>
          {m.viewer_earlier()}
        </Button>
      )}
      <div className="space-y-4">
        {pieces.map((piece, index) => {
          const place = placeOf(piece);
          const here = piece.id === citedId;
          const before = pieces[index - 1];
          return (
            <section
              key={piece.id}
              ref={here ? cited : null}
              data-cited={here || undefined}
              className={
                here ? 'rounded-r-lg border-l-2 border-accent bg-accent-soft/40 py-3 pr-3 pl-4' : 'pl-[18px]'
              }
            >
              {place && (!before || placeOf(before) !== place) && (
                <h2 className="mb-1.5 text-sm font-semibold text-ink-2">{place}</h2>
              )}
              {documentBlocks(piece.text, here ? quote : '').map((block, at) =>
                block.kind === 'words' ? (
                  <p key={at} className="whitespace-pre-wrap [overflow-wrap:anywhere]">
                    <Marked segments={block.segments} />
                  </p>
                ) : (
                  <div
                    key={at}
                    data-marked={block.marked || undefined}
                    className={`my-2 ${block.marked ? 'rounded-md ring-2 ring-accent' : ''}`}
                  >
                    <Suspense fallback={<p className="whitespace-pre-wrap">{block.markdown}</p>}>
                      <Markdown text={block.markdown} renderCitation={noCitation} />
                    </Suspense>
                  </div>
                ),
              )}
            </section>
          );
        })}
      </div>
      {onLater && (
        <Button className="mt-6 w-full" disabled={busy} onClick={onLater}>
          {m.viewer_later()}
        </Button>
      )}
    </article>
  );
}
