import { beforeEach, expect, test, vi } from 'vitest';

const stored = new Map<string, string>();
vi.stubGlobal('sessionStorage', {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => stored.set(key, value),
  removeItem: (key: string) => stored.delete(key),
});

beforeEach(() => stored.clear());

test('what is written outlives signing in again, and another person finds nothing of it', async () => {
  const { draftsOf, giveBack } = await import('./drafts');
  draftsOf('haneul');
  giveBack('new', '연봉 협상 초안');
  draftsOf('haneul');
  expect(stored.get('madang.drafts')).toContain('연봉 협상');
  draftsOf('doyun');
  expect(stored.get('madang.drafts')).toBeUndefined();
});
