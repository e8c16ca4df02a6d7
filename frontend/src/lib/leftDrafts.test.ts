import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const kept = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
  removeItem: (key: string) => kept.delete(key),
});
vi.stubGlobal('sessionStorage', {
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
});
const { forgetLeft, keepLeft, leftOf } = await import('./leftDrafts');
const { session } = await import('./session');

const as = (person: string) => session.set({ ...session.get(), person } as never);

describe('what never reached the server', () => {
  beforeEach(() => as('haneul'));
  afterEach(() => {
    forgetLeft();
    vi.useRealTimers();
  });

  it('is offered to who wrote it, and to nobody else', () => {
    keepLeft('studio-1', 'mine');
    expect(leftOf('studio-1')?.text).toBe('mine');
    expect(leftOf('studio-2')).toBeUndefined();
    as('doyun');
    expect(leftOf('studio-1')).toBeUndefined();
  });

  it('goes when it was saved, after a week, and with signing out', () => {
    keepLeft('studio-1', 'mine');
    keepLeft('studio-1', '');
    expect(leftOf('studio-1')).toBeUndefined();
    keepLeft('studio-1', 'mine');
    vi.useFakeTimers({ now: Date.now() + 8 * 24 * 3_600_000 });
    expect(leftOf('studio-1')).toBeUndefined();
    vi.useRealTimers();
    forgetLeft();
    expect(leftOf('studio-1')).toBeUndefined();
  });
});
