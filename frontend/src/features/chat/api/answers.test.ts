import { beforeEach, expect, test, vi } from 'vitest';
import { authorizedFetch } from '@/lib/api/client';
import { ask } from './answers';

vi.mock('@/lib/api/client', () => ({
  api: {},
  data: vi.fn(),
  intentKey: () => crypto.randomUUID(),
  authorizedFetch: vi.fn(async () => new Response()),
}));

const sent = vi.mocked(authorizedFetch);
const signal = new AbortController().signal;
const key = (call: number) =>
  (sent.mock.calls[call]![1]!.headers as Record<string, string>)['Idempotency-Key'];

beforeEach(() => sent.mockClear());

test('a question whose answer was lost is sent again as the same question', async () => {
  const open = ask('c', 'one', '연차는?');
  await open(signal);
  await open(signal);
  expect(key(1)).toBe(key(0));
  expect(sent.mock.calls[1]![1]!.body).toBe(sent.mock.calls[0]![1]!.body);
});

test('a question names the model that it is for, and none where a tool decides', async () => {
  await ask('c', 'one', '연차는?')(signal);
  await ask('c', undefined, '연차는?')(signal);
  expect(JSON.parse(sent.mock.calls[0]![1]!.body as string)).toEqual({ text: '연차는?', model: 'one' });
  expect(JSON.parse(sent.mock.calls[1]![1]!.body as string)).toEqual({ text: '연차는?' });
});

test('a question asked anew is another question', async () => {
  await ask('c', 'one', '연차는?')(signal);
  await ask('c', 'one', '연차는?')(signal);
  expect(key(1)).not.toBe(key(0));
});
