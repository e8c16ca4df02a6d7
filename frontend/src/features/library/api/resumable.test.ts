import { beforeEach, expect, test, vi } from 'vitest';
import { sendParts, type ResumableAddress, type SessionPlace } from './resumable';

const MB = 1024 * 1024;
const UNIT = 256 * 1024;
const SESSION = 'https://storage.example/documents/d?upload_id=s1';

/** Cloud Storage's session as documented: whole 256 KiB are kept, 308 with Range until all is there. */
class Session {
  has = 0;
  gone: number | undefined;
  busy = 0;
  breaks = 0;
  asked: string[] = [];

  answer(contentRange: string, body: Blob | null): { status: number; range?: string } | 'broken' {
    this.asked.push(contentRange);
    if (this.gone) return { status: this.gone };
    const [, bytes, size] = /^bytes (.+)\/(\d+)$/.exec(contentRange)!;
    if (bytes !== '*') {
      if (this.busy-- > 0) return { status: 409 };
      const [first, last] = bytes!.split('-').map(Number) as [number, number];
      expect(body!.size).toBe(last - first + 1);
      if (last + 1 < Number(size)) expect(body!.size % UNIT).toBe(0);
      if (this.breaks-- > 0) {
        this.has = first + 3 * UNIT;
        return 'broken';
      }
      if (first === this.has) this.has = last + 1;
    }
    if (this.has === Number(size)) return { status: 200 };
    return { status: 308, ...(this.has ? { range: `bytes=0-${this.has - 1}` } : {}) };
  }
}

let session: Session;
let remembered: string | undefined;
const place: SessionPlace = {
  get: () => remembered,
  keep: (url) => (remembered = url),
  drop: () => (remembered = undefined),
};
const begun = vi.fn();

beforeEach(() => {
  session = new Session();
  remembered = undefined;
  begun.mockReset().mockImplementation(async (_url, { method, headers }) => {
    expect(method).toBe('POST');
    expect(headers['x-goog-resumable']).toBe('start');
    return new Response(null, { status: 201, headers: { Location: SESSION } });
  });
  vi.stubGlobal('fetch', begun);
  vi.stubGlobal(
    'XMLHttpRequest',
    class {
      upload: { onprogress?: (event: { loaded: number }) => void } = {};
      onload?: () => void;
      onerror?: () => void;
      onloadend?: () => void;
      status = 0;
      private range: string | undefined;
      private sent = '';
      open(method: string, url: string) {
        expect([method, url]).toEqual(['PUT', SESSION]);
      }
      setRequestHeader(_name: string, value: string) {
        this.sent = value;
      }
      getResponseHeader() {
        return this.range ?? null;
      }
      send(body: Blob | null) {
        const answer = session.answer(this.sent, body);
        queueMicrotask(() => {
          if (answer === 'broken') this.onerror?.();
          else {
            this.status = answer.status;
            this.range = answer.range;
            this.upload.onprogress?.({ loaded: body?.size ?? 0 });
            this.onload?.();
          }
          this.onloadend?.();
        });
      }
    },
  );
});

const address: ResumableAddress = {
  url: 'https://storage.example/documents/d?X-Goog-Signature=1',
  method: 'POST',
  headers: { 'Content-Type': 'text/plain', 'x-goog-resumable': 'start' },
  expiresAt: '2999-01-01T00:00:00Z',
};
const send = (file: File, onProgress = vi.fn()) =>
  sendParts(async () => address, file, onProgress, new AbortController().signal, place);
const file = (bytes: number) => new File([new Uint8Array(bytes)], 'a');

test('a file goes in parts of whole 256 KiB, the last one as it is', async () => {
  const shares: number[] = [];
  await send(
    file(17 * MB + 5),
    vi.fn((share: number) => shares.push(share)),
  );
  expect(session.asked).toEqual([
    `bytes 0-${8 * MB - 1}/${17 * MB + 5}`,
    `bytes ${8 * MB}-${16 * MB - 1}/${17 * MB + 5}`,
    `bytes ${16 * MB}-${17 * MB + 4}/${17 * MB + 5}`,
  ]);
  expect(remembered).toBeUndefined();
  expect(shares.at(-1)).toBe(1);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
});

test('after a break it asks what has arrived and goes on behind that, in the same session', async () => {
  const one = file(20 * MB);
  session.breaks = 1;
  await expect(send(one)).rejects.toThrow('unreachable');
  await send(one);
  expect(begun).toHaveBeenCalledTimes(1);
  expect(session.asked[1]).toBe(`bytes */${20 * MB}`);
  expect(session.asked[2]).toMatch(`bytes ${3 * UNIT}-`);
  expect(session.has).toBe(20 * MB);
});

test('a page that knows only the address goes on where the one before it stood', async () => {
  session.breaks = 1;
  await expect(send(file(20 * MB))).rejects.toThrow('unreachable');
  const shares: number[] = [];
  await send(
    file(20 * MB),
    vi.fn((share: number) => shares.push(share)),
  );
  expect(begun).toHaveBeenCalledTimes(1);
  expect(shares[0]).toBeCloseTo((3 * UNIT) / (20 * MB));
  expect(session.has).toBe(20 * MB);
});

test('while the request of a page that is gone still writes, nothing is taken for sent', async () => {
  session.busy = 1;
  await expect(send(file(9 * MB))).rejects.toThrow('storage: 409');
  await send(file(9 * MB));
  expect(begun).toHaveBeenCalledTimes(1);
  expect(session.has).toBe(9 * MB);
});

// 403: what a local address says that is too old
test.each([404, 410, 403])('a session that is over is begun again: %i', async (status) => {
  const one = file(9 * MB);
  session.breaks = 1;
  await expect(send(one)).rejects.toThrow('unreachable');
  session.gone = status;
  begun.mockImplementationOnce(async () => {
    session = new Session();
    return new Response(null, { status: 201, headers: { Location: SESSION } });
  });
  await send(one);
  expect(begun).toHaveBeenCalledTimes(2);
  expect(session.has).toBe(9 * MB);
});

test('what storage has already is done, and what it refuses is said', async () => {
  begun.mockResolvedValueOnce(new Response(null, { status: 412 }));
  await send(file(9 * MB));
  expect(session.asked).toEqual([]);
  begun.mockResolvedValueOnce(new Response(null, { status: 403 }));
  await expect(send(file(9 * MB))).rejects.toThrow('storage: 403');
});
