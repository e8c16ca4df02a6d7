import { expect, test } from 'vitest';
import type { Connector } from './api/types';
import { isDue } from './connectorDue';

const at = (connector: Partial<Connector>) =>
  isDue(connector as Connector, Date.parse('2026-11-27T12:00:00Z'));

test('a source is due while it is new or was told to read, and not while it waits, reads or stands', () => {
  const finishedAt = '2026-11-27T11:00:00Z';
  expect(at({ state: 'waiting' })).toBe(true);
  expect(at({ state: 'waiting', finishedAt, nextAt: '2026-11-27T11:59:59Z' })).toBe(true);
  expect(at({ state: 'waiting', finishedAt, nextAt: '2026-11-28T11:00:00Z' })).toBe(false);
  expect(at({ state: 'running', finishedAt })).toBe(false);
  expect(at({ state: 'paused', finishedAt })).toBe(false);
});
