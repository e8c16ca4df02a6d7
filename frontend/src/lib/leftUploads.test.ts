import { beforeEach, expect, test, vi } from 'vitest';

const stored = new Map<string, string>();
let full = false;
const storage = {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => {
    if (full) throw new DOMException('full', 'QuotaExceededError');
    stored.set(key, value);
  },
  removeItem: (key: string) => stored.delete(key),
};
vi.stubGlobal('localStorage', storage);
vi.stubGlobal('sessionStorage', storage);
const { keepSession } = await import('./session');
const { dropLeftUploads, leftParts, leftUploadsOf } = await import('./leftUploads');

const be = (person: string) => keepSession({ accessToken: 't', expiresAt: Date.now() + 1e9, person });
const parts = (documentId: string) => ({
  documentId,
  name: 'a.pdf',
  size: 1,
  lastModified: 1,
  url: `https://storage.example/${documentId}?upload_id=secret`,
});
const found = () => leftParts.mine().map(({ documentId }) => documentId);

beforeEach(() => {
  vi.useRealTimers();
  full = false;
  stored.clear();
  be('haneul');
});

test("what one person left is not another's", () => {
  leftParts.keep([parts('d1')]);
  be('doyun');
  expect(found()).toEqual([]);
  leftParts.drop(() => true);
  be('haneul');
  expect(found()).toEqual(['d1']);
  leftUploadsOf('doyun');
  expect(found()).toEqual([]);
  expect([...stored.values()].join()).not.toContain('secret');
});

test('signing out leaves no address behind', () => {
  leftParts.keep([parts('d1'), parts('d2')]);
  dropLeftUploads();
  expect([...stored.values()].join()).not.toContain('secret');
});

test('it is over with the session of storage, and is taken away when somebody signs in', () => {
  vi.useFakeTimers();
  leftParts.keep([parts('short')], Date.now() + 60_000);
  leftParts.keep([parts('long')]);
  vi.advanceTimersByTime(60_001);
  expect(found()).toEqual(['long']);
  vi.advanceTimersByTime(7 * 24 * 3_600_000);
  expect(found()).toEqual([]);
  leftUploadsOf('haneul');
  expect([...stored.values()].join()).not.toContain('secret');
});

test('a browser that keeps nothing goes on within its page', () => {
  full = true;
  leftParts.keep([parts('d1')]);
  expect(found()).toEqual(['d1']);
  leftParts.drop(({ documentId }) => documentId === 'd1');
  expect(found()).toEqual([]);
});

test('what it cannot read it takes for nothing', () => {
  stored.set('madang.uploads.parts', '{');
  expect(found()).toEqual([]);
});
