import { beforeEach, expect, it, vi } from 'vitest';

const kept = new Map<string, string>();
vi.stubGlobal('sessionStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
  removeItem: (key: string) => kept.delete(key),
});
vi.stubGlobal('location', { origin: 'http://site' });
vi.mock('../config', () => ({ loadConfig: () => Promise.resolve({ apiBase: '' }) }));
vi.mock('../locale', () => ({ locale: { get: () => 'ko' } }));

const { authorizedFetch } = await import('./client');
const { expired, keepSession, renewWith, session } = await import('../session');

const HOUR = 3_600_000;
const renew = vi.fn<() => Promise<boolean>>();
let accepted = '';
const gateway = vi.fn((_: string, init: RequestInit) => {
  const mine = new Headers(init.headers).get('Authorization') === `Bearer ${accepted}`;
  return Promise.resolve(new Response(null, { status: mine ? 204 : 401 }));
});
vi.stubGlobal('fetch', gateway);

beforeEach(() => {
  vi.clearAllMocks();
  accepted = 'new';
  renewWith(renew);
  renew.mockImplementation(() => {
    keepSession({ accessToken: 'new', expiresAt: Date.now() + HOUR });
    return Promise.resolve(true);
  });
});

it('a token about to end is renewed once for all calls, before they are sent', async () => {
  keepSession({ accessToken: 'old', expiresAt: Date.now() + 1_000 });
  const answers = await Promise.all(['/a', '/b', '/c'].map((path) => authorizedFetch(path)));
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
  expect(renew).toHaveBeenCalledOnce();
  expect(gateway).toHaveBeenCalledTimes(3);
});

it('a refused token is renewed and the call sent once more', async () => {
  keepSession({ accessToken: 'old', expiresAt: Date.now() + HOUR });
  expect((await authorizedFetch('/a', { method: 'POST', body: 'x' })).status).toBe(204);
  expect(renew).toHaveBeenCalledOnce();
  expect(gateway.mock.calls.map(([, init]) => init.body)).toEqual(['x', 'x']);
});

it('a page at work whose renewal is refused keeps its session and says that it is over', async () => {
  keepSession({ accessToken: 'new', expiresAt: Date.now() + HOUR });
  await authorizedFetch('/a');
  accepted = 'another';
  renew.mockResolvedValue(false);
  expect((await authorizedFetch('/a')).status).toBe(401);
  expect([expired.get(), session.get() !== null]).toEqual([true, true]);
  await authorizedFetch('/a');
  expect(renew).toHaveBeenCalledOnce();
});

it('without a connection nothing is over', async () => {
  keepSession({ accessToken: 'old', expiresAt: Date.now() + HOUR });
  renew.mockRejectedValue(new TypeError('Failed to fetch'));
  await expect(authorizedFetch('/a')).rejects.toThrow(TypeError);
  expect(expired.get()).toBe(false);
});
