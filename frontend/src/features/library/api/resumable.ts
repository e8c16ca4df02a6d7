import type { UploadSession } from '@/lib/api/types';

export type ResumableAddress = UploadSession['resumable'];

/** Storage takes parts of whole 256 KiB; these keep what a break loses small and requests few. */
const PART = 8 * 1024 * 1024;

/** Nothing moved for so long: the connection is taken for lost. */
const STALL_MS = 30_000;

/** What storage says when the bytes are there already: an object is created once. */
export const THERE = 412;

/** Worth another try in the same session: slow, somebody else at it, there, too many. */
const PASSING = [408, 409, THERE, 429];

/** Remembers where the parts of a file go. */
export interface SessionPlace {
  get: () => string | undefined;
  keep: (url: string, address: ResumableAddress) => void;
  drop: () => void;
}

interface Answer {
  status: number;
  range: string | null;
}

/** Sends bytes; only XMLHttpRequest tells how far they have come. */
export function putBytes(
  url: string,
  headers: Record<string, string>,
  body: Blob | null,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // who took it back while its address was asked for waits for no event any more
    if (signal.aborted) return reject(new DOMException('cancelled', 'AbortError'));
    const request = new XMLHttpRequest();
    let stalled = false;
    let timer: ReturnType<typeof setTimeout>;
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        stalled = true;
        request.abort();
      }, STALL_MS);
    };
    const stop = () => request.abort();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => {
      alive();
      onProgress(loaded);
    };
    request.onload = () => resolve({ status: request.status, range: request.getResponseHeader('Range') });
    request.onerror = () => reject(new Error('storage: unreachable'));
    request.onabort = () =>
      reject(stalled ? new Error('storage: stalled') : new DOMException('cancelled', 'AbortError'));
    request.onloadend = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    };
    signal.addEventListener('abort', stop, { once: true });
    alive();
    request.send(body);
  });
}

/** Sends a file in parts, from where an earlier try broke off, be it one of an earlier page. */
export async function sendParts(
  address: () => Promise<ResumableAddress | undefined>,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
  place: SessionPlace,
): Promise<void> {
  const done = () => {
    place.drop();
    onProgress(1);
  };
  let from = 0;
  let session = place.get();
  if (session) {
    const asked = await putBytes(session, range('*', file), null, () => undefined, signal);
    if (arrived(asked)) return done();
    if (isOver(asked)) session = undefined;
    else {
      from = next(asked);
      onProgress(from / file.size);
    }
  }
  if (!session) {
    place.drop();
    const begin = await address();
    if (!begin) return;
    session = await started(begin, signal);
    if (!session) return done();
    place.keep(session, begin);
  }
  while (true) {
    const end = Math.min(from + PART, file.size);
    const start = from;
    const answer = await putBytes(
      session,
      range(`${from}-${end - 1}`, file),
      file.slice(from, end),
      (sent) => onProgress((start + sent) / file.size),
      signal,
    );
    if (arrived(answer)) return done();
    if (isOver(answer)) place.drop();
    from = next(answer);
  }
}

/** The session's address; nothing when the object is there. */
async function started({ url, headers }: ResumableAddress, signal: AbortSignal): Promise<string | undefined> {
  const answer = await fetch(url, { method: 'POST', headers, signal });
  if (answer.status === THERE) return undefined;
  const session = answer.headers.get('Location');
  if (answer.status !== 201 || !session) throw new Error(`storage: ${answer.status}`);
  return session;
}

const range = (bytes: string, file: File) => ({ 'Content-Range': `bytes ${bytes}/${file.size}` });

const arrived = ({ status }: Answer) => (status >= 200 && status < 300) || status === THERE;

/** The session is too old, or not known any more. */
const isOver = ({ status }: Answer) => status >= 400 && status < 500 && !PASSING.includes(status);

/** Where storage wants to go on: behind what it has, whatever was sent. */
function next({ status, range: has }: Answer): number {
  if (status !== 308) throw new Error(`storage: ${status}`);
  const last = has?.match(/^bytes=0-(\d+)$/)?.[1];
  return last === undefined ? 0 : Number(last) + 1;
}
