import type { OpenPdf } from '@/features/viewer/api/openPdf';
import { matchQuote } from '@/lib/matchQuote';

interface Sheet {
  canvas: HTMLCanvasElement;
  words: HTMLElement;
  frame: HTMLElement;
}

interface Drawing {
  page: number;
  /** Of a page that just fits; the width that is there. */
  zoom: number;
  width: number;
  quote: string;
}

/** The words of a page, as the reader of PDFs gives them. */
export async function wordsOf({ pdf }: OpenPdf, page: number): Promise<string[]> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  return items.flatMap((item) => ('str' in item ? [item.str] : []));
}

/** Puts marks around what a quote says; whether it is there. */
function markQuote(spans: readonly HTMLElement[], pieces: readonly string[], quote: string): boolean {
  const ranges = matchQuote(pieces, quote);
  for (const [index, span] of spans.entries()) {
    const own = ranges.filter(({ piece }) => piece === index).sort((a, b) => a.from - b.from);
    if (!own.length) continue;
    const text = pieces[index]!;
    let at = 0;
    const parts: (string | Node)[] = [];
    for (const { from, to } of own) {
      const mark = document.createElement('mark');
      mark.textContent = text.slice(Math.max(from, at), to);
      parts.push(text.slice(at, from), mark);
      at = to;
    }
    span.replaceChildren(...parts, text.slice(at));
  }
  return ranges.length > 0;
}

/** Draws a page with its words over it; gives whether the quote was found, and undefined when it was called off. */
export async function drawPage(
  { pdf, TextLayer }: OpenPdf,
  { canvas, words, frame }: Sheet,
  { page: number, zoom, width, quote }: Drawing,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  const page = await pdf.getPage(number);
  if (signal.aborted) return undefined;
  const scale = (width / page.getViewport({ scale: 1 }).width) * zoom;
  const viewport = page.getViewport({ scale });
  // Sharp on dense screens, but no canvas beyond what phones can hold.
  const most = Math.sqrt(16_000_000 / (viewport.width * viewport.height));
  const density = Math.min(devicePixelRatio || 1, most);
  const drawn = document.createElement('canvas');
  drawn.width = Math.floor(viewport.width * density);
  drawn.height = Math.floor(viewport.height * density);
  const rendering = page.render({ canvas: drawn, viewport, transform: [density, 0, 0, density, 0, 0] });
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport });
  signal.addEventListener('abort', () => {
    rendering.cancel();
    layer.cancel();
  });
  words.replaceChildren();
  frame.style.setProperty('--total-scale-factor', String(scale));
  frame.style.setProperty('--scale-round-x', '1px');
  frame.style.setProperty('--scale-round-y', '1px');
  frame.style.width = `${Math.floor(viewport.width)}px`;
  frame.style.height = `${Math.floor(viewport.height)}px`;
  try {
    await Promise.all([rendering.promise, layer.render()]);
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
  if (signal.aborted) return undefined;
  canvas.width = drawn.width;
  canvas.height = drawn.height;
  canvas.getContext('2d')!.drawImage(drawn, 0, 0);
  return markQuote(layer.textDivs, layer.textContentItemsStr, quote);
}
