import { useEffect, useState } from 'react';
import { downloadAddress } from '../api/documents';
import { isPdf, originalFile } from '../api/originalFile';
import { openPdf, type OpenPdf } from '../api/openPdf';

/** How a document's file can be shown. */
export type Original =
  | { kind: 'opening' }
  | { kind: 'pdf'; opened: OpenPdf }
  /** Not a PDF, or one that cannot be drawn: what was read of it is shown. */
  | { kind: 'other' }
  | { kind: 'locked' }
  | { kind: 'lost' };

const START = 64 * 1024;
const LOCKED = 'PasswordException';
const UNREADABLE = ['InvalidPDFException', 'FormatError', 'UnknownErrorException'];

/** Looks at a document's file by its first bytes and opens it when it is a PDF. */
export function useOriginal(documentId: string, wanted: boolean) {
  const [original, setOriginal] = useState<Original>({ kind: 'opening' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    let opened: OpenPdf | undefined;
    const show = (next: Original) => {
      if (!left) setOriginal(next);
    };
    const open = async () => {
      const file = originalFile(() => downloadAddress(documentId));
      const start = await file(0, START);
      if (left || !isPdf(start.bytes)) return show({ kind: 'other' });
      opened = await openPdf(file, start, () => show({ kind: 'lost' }));
      if (left) opened.close();
      else show({ kind: 'pdf', opened });
    };
    show({ kind: 'opening' });
    open().catch(({ name }: Error) =>
      show({ kind: name === LOCKED ? 'locked' : UNREADABLE.includes(name) ? 'other' : 'lost' }),
    );
    return () => {
      left = true;
      opened?.close();
    };
  }, [documentId, wanted, attempt]);
  return { original, again: () => setAttempt((count) => count + 1) };
}
