import { beforeEach, expect, test, vi } from 'vitest';
import { ProblemError } from '@/lib/api/problem';
import { getDocument } from './api/documents';
import { addressUploads, sendBytes } from './api/upload';
import { pump } from './uploadPump';
import { find, paused, uploads, type Upload } from './uploadState';

vi.mock('@/paraglide/messages', () => ({ m: { upload_stalled: () => 'stalled' } }));
vi.mock('./api/documents', () => ({ deleteDocument: vi.fn(), getDocument: vi.fn(async () => ({})) }));
vi.mock('./api/unfinished', () => ({ forgetBatches: vi.fn() }));
vi.mock('./api/upload', () => ({ addressUploads: vi.fn(), sendBytes: vi.fn(), startVersion: vi.fn() }));
vi.stubGlobal('navigator', { onLine: true });

const address = { url: 'u', method: 'PUT', headers: {}, expiresAt: '2999-01-01T00:00:00Z' };
const waiting = (key: string): Upload => ({
  key,
  collectionId: 'c',
  file: new File(['x'], key),
  folders: [],
  share: 0,
  phase: 'waiting',
  attempts: 0,
  documentId: `d-${key}`,
  batchId: 'b',
  abort: new AbortController(),
});
const phase = (key: string) => find(key)?.phase;
const sending = vi.mocked(sendBytes);

beforeEach(() => {
  vi.useFakeTimers();
  paused.set(false);
  sending.mockReset().mockImplementation(async (address) => !!(await address()));
  vi.mocked(addressUploads)
    .mockReset()
    .mockImplementation(async (_, ids) => ({
      items: ids.map((documentId) => ({ documentId, upload: address, resumable: address })) as never,
    }));
});

test('three at once, and each is done in the end', async () => {
  const keys = ['a', 'b', 'c', 'd', 'e'];
  uploads.set(keys.map(waiting));
  pump();
  expect(keys.filter((key) => phase(key) === 'sending')).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(100);
  expect(keys.map(phase)).toEqual(keys.map(() => 'done'));
});

test('files that go side by side ask for their addresses once, together', async () => {
  uploads.set(Array.from({ length: 30 }, (_, index) => waiting(`${index}`)));
  pump();
  await vi.advanceTimersByTimeAsync(1_000);
  const asked = vi.mocked(addressUploads).mock.calls.flatMap(([, ids]) => ids);
  expect(asked).toHaveLength(30);
  expect(new Set(asked).size).toBe(30);
  expect(uploads.get().every(({ phase }) => phase === 'done')).toBe(true);
});

test('what breaks is sent again after a pause, and given to the person in the end', async () => {
  uploads.set([waiting('broken')]);
  sending.mockRejectedValue(new Error('storage: unreachable'));
  pump();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(sending).toHaveBeenCalledTimes(4);
  expect(phase('broken')).toBe('failed');
});

test('what was on its way when all was paused waits, and goes on', async () => {
  uploads.set([waiting('p')]);
  sending.mockImplementationOnce(
    (_u, _f, _p, signal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('cancelled')))),
  );
  pump();
  await vi.advanceTimersByTimeAsync(10);
  paused.set(true);
  find('p')!.abort.abort();
  await vi.advanceTimersByTimeAsync(10);
  expect(phase('p')).toBe('waiting');
  expect(find('p')!.attempts).toBe(0);
  paused.set(false);
  pump();
  await vi.advanceTimersByTimeAsync(10);
  expect(phase('p')).toBe('done');
});

test('a document that somebody deleted meanwhile is not said to be done', async () => {
  uploads.set([waiting('gone')]);
  vi.mocked(addressUploads).mockResolvedValue({ items: [] });
  vi.mocked(getDocument).mockRejectedValueOnce(
    new ProblemError({ code: 'not_found', status: 404, title: '', detail: '찾을 수 없어요' }),
  );
  pump();
  await vi.advanceTimersByTimeAsync(10);
  expect(phase('gone')).toBe('failed');
  expect(find('gone')!.reason).toBe('찾을 수 없어요');
});
