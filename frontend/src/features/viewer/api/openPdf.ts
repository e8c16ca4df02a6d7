import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { originalFile } from './originalFile';

export interface OpenPdf {
  pdf: PDFDocumentProxy;
  TextLayer: typeof import('pdfjs-dist').TextLayer;
  close: () => void;
}

const PART = 256 * 1024;
const at = (folder: string) => new URL(`/pdf/${folder}/`, location.origin).href;

/**
 * Opens a PDF by the parts that its pages need. Without WebAssembly and `eval`, which the site's policy refuses.
 *
 * @param onLost hears when a part can no longer be fetched
 */
export async function openPdf(
  file: ReturnType<typeof originalFile>,
  start: { bytes: Uint8Array; size: number },
  onLost: () => void,
): Promise<OpenPdf> {
  const [pdfjs, { startPdfWorker }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('./pdfWorker'),
  ]);
  const port = startPdfWorker();
  const worker = new pdfjs.PDFWorker({ port } as object);
  const left = new AbortController();
  const range = new pdfjs.PDFDataRangeTransport(start.size, start.bytes);
  range.requestDataRange = (begin, end) =>
    void file(begin, end, left.signal).then(
      ({ bytes }) => range.onDataRange(begin, bytes),
      () => left.signal.aborted || onLost(),
    );
  const task = pdfjs.getDocument({
    range,
    worker,
    rangeChunkSize: PART,
    disableAutoFetch: true,
    disableStream: true,
    cMapUrl: at('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: at('fonts'),
    wasmUrl: at('wasm'),
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  const close = () => {
    left.abort();
    void task.destroy().finally(() => {
      worker.destroy();
      port.terminate();
    });
  };
  try {
    return { pdf: await task.promise, TextLayer: pdfjs.TextLayer, close };
  } catch (error) {
    close();
    throw error;
  }
}
