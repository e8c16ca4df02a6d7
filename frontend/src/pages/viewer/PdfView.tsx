import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { StatusLine } from '@/components/molecules/StatusLine';
import { PageControls } from '@/components/molecules/PageControls';
import type { OpenPdf } from '@/features/viewer/api/openPdf';
import { matchQuote } from '@/lib/matchQuote';
import { m } from '@/paraglide/messages';
import { drawPage, wordsOf } from './drawPage';
import './pdf.css';

interface PdfViewProps {
  opened: OpenPdf;
  /** Where the quote should stand. */
  startPage: number;
  quote: string;
  onBroken: () => void;
}

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];
const WIDEST = 880;
const MARGIN = 32;

/** A PDF, a page at a time, opened where the quote stands. */
export default function PdfView({ opened, startPage, quote, onBroken }: PdfViewProps) {
  const count = opened.pdf.numPages;
  const first = Math.min(Math.max(1, startPage), count);
  const [page, setPage] = useState<number>();
  const [cited, setCited] = useState(first);
  const [zoom, setZoom] = useState(1);
  const [width, setWidth] = useState(0);
  const [found, setFound] = useState<boolean>();
  const [drawn, setDrawn] = useState(0);
  const area = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const broken = useRef(onBroken);
  useEffect(() => {
    broken.current = onBroken;
  });

  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) =>
      setWidth(Math.min(WIDEST, Math.floor(entry!.contentRect.width) - (innerWidth < 640 ? 16 : MARGIN))),
    );
    watcher.observe(area.current!);
    return () => watcher.disconnect();
  }, []);

  // What was read and what is printed may count pages apart by one.
  useEffect(() => {
    let left = false;
    const locate = async () => {
      if (!quote) return first;
      for (const near of [first, first + 1, first - 1])
        if (near >= 1 && near <= count && matchQuote(await wordsOf(opened, near), quote).length) return near;
      return first;
    };
    locate().then(
      (place) => {
        if (left) return;
        setCited(place);
        setPage(place);
      },
      () => left || broken.current(),
    );
    return () => {
      left = true;
    };
  }, [opened, quote, first, count]);

  useEffect(() => {
    if (!page || width <= 0) return;
    const leaving = new AbortController();
    drawPage(
      opened,
      { canvas: canvas.current!, words: words.current!, frame: frame.current! },
      { page, zoom, width, quote: page === cited ? quote : '' },
      leaving.signal,
    ).then(
      (there) => {
        if (leaving.signal.aborted || there === undefined) return;
        setFound(page === cited && quote ? there : undefined);
        setDrawn(page);
        const mark = words.current?.querySelector('mark');
        if (mark) mark.scrollIntoView({ block: 'center', inline: 'nearest' });
        else area.current?.scrollTo({ top: 0 });
      },
      () => leaving.signal.aborted || broken.current(),
    );
    return () => leaving.abort();
  }, [opened, page, cited, zoom, width, quote]);

  const turn = (to: number) => setPage(Math.min(Math.max(1, to), count));
  const step = (by: 1 | -1) => {
    const next = ZOOMS[ZOOMS.indexOf(zoom) + by];
    if (next) setZoom(next);
  };
  const keys: Record<string, () => void> = {
    PageDown: () => turn((page ?? 1) + 1),
    PageUp: () => turn((page ?? 1) - 1),
    Home: () => turn(1),
    End: () => turn(count),
    '+': () => step(1),
    '=': () => step(1),
    '-': () => step(-1),
  };
  const press = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={press}>
      <PageControls
        page={page ?? first}
        count={count}
        zoom={zoom}
        onPage={turn}
        {...(zoom > ZOOMS[0]! && { onZoomOut: () => step(-1) })}
        {...(zoom < ZOOMS.at(-1)! && { onZoomIn: () => step(1) })}
      />
      {found === false && (
        <div className="shrink-0 px-4 pb-2 lg:px-8">
          <StatusLine>{m.viewer_not_found_here()}</StatusLine>
        </div>
      )}
      <div
        ref={area}
        tabIndex={0}
        role="region"
        aria-label={m.viewer_original({ number: page ?? first })}
        data-drawn={drawn || undefined}
        className="min-h-0 flex-1 overflow-auto bg-sunken py-4 outline-offset-[-2px]"
      >
        <div ref={frame} className="relative isolate mx-auto bg-[#ffffff] ring-1 ring-line">
          <canvas ref={canvas} aria-hidden className="block size-full" />
          <div ref={words} className="pdf-words" />
        </div>
      </div>
    </div>
  );
}
