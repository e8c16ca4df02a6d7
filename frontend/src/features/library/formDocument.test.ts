import { beforeEach, expect, test, vi } from 'vitest';
import type { DocumentState } from '@/lib/formValues';

const calls: string[] = [];
const answers: object[] = [];
const call = (method: string) => (path: string) => {
  calls.push(`${method} ${path}`);
  return Promise.resolve(answers.shift() ?? {});
};
vi.mock('@/lib/api/client', () => ({
  api: { POST: call('POST'), GET: call('GET'), DELETE: call('DELETE') },
  data: (answer: Promise<unknown>) => answer,
  intentKey: () => 'k',
}));
const sendBytes = vi.fn(() => Promise.resolve(true));
vi.mock('./api/upload', () => ({ sendBytes }));
const { takeDocument } = await import('./formDocument');

const FILE = new File(['%PDF'], '용역계약서.pdf');
const STARTED = { file: { id: 'f1' }, upload: {}, resumable: {} };
const states: DocumentState[] = [];
const take = () => takeDocument(FILE, (state) => states.push(state));

beforeEach(() => {
  vi.useFakeTimers();
  for (const list of [calls, answers, states]) list.length = 0;
  sendBytes.mockReset().mockResolvedValue(true);
});

test('a document is sent, followed while it is read, and ready', async () => {
  answers.push(STARTED, { status: 'PARSING' }, { status: 'READY', characters: 9, pages: 2 });
  take();
  await vi.runAllTimersAsync();
  expect(states.map(({ phase }) => phase)).toEqual(['uploading', 'reading', 'ready']);
  expect(states.at(-1)).toEqual({ phase: 'ready', fileId: 'f1', characters: 9, pages: 2, left: [] });
});

test('one that could not be read is read again without being sent again', async () => {
  const failure = { code: 'internal', message: '저희 쪽 문제예요.' };
  answers.push(STARTED, { status: 'FAILED', failure }, {}, { status: 'READY', characters: 9 });
  const taken = take();
  await vi.runAllTimersAsync();
  expect(states.at(-1)).toEqual({ phase: 'failed', reason: failure.message });
  taken.retry();
  await vi.runAllTimersAsync();
  expect(states.at(-1)).toMatchObject({ phase: 'ready' });
  expect(calls).toContain('POST /v1/form-files/{fileId}/retry');
  expect(sendBytes).toHaveBeenCalledTimes(1);
});

test('a break in the line is tried again, and what never arrives has failed and can be sent again', async () => {
  answers.push(STARTED);
  sendBytes.mockRejectedValue(new Error('storage: unreachable'));
  const taken = take();
  await vi.runAllTimersAsync();
  expect(sendBytes).toHaveBeenCalledTimes(4);
  expect(states.at(-1)).toMatchObject({ phase: 'failed' });
  sendBytes.mockResolvedValue(true);
  answers.push({ status: 'READY', characters: 9 });
  taken.retry();
  await vi.runAllTimersAsync();
  expect(states.at(-1)).toMatchObject({ phase: 'ready' });
  expect(calls.filter((each) => each === 'POST /v1/form-files')).toHaveLength(1);
});

test('an address that takes nothing any more is not tried again', async () => {
  answers.push({ ...STARTED, upload: { expiresAt: new Date(Date.now() - 1).toISOString() } });
  sendBytes.mockRejectedValue(new Error('storage: 403'));
  const taken = take();
  await vi.runAllTimersAsync();
  sendBytes.mockResolvedValue(true);
  answers.push(STARTED, { status: 'READY', characters: 9 });
  taken.retry();
  await vi.runAllTimersAsync();
  expect(states.at(-1)).toMatchObject({ phase: 'ready' });
  expect(calls.filter((each) => each === 'POST /v1/form-files')).toHaveLength(2);
});

test('one whose bytes never came whole begins anew', async () => {
  answers.push(STARTED, { status: 'FAILED', failure: { code: 'upload_expired', message: '늦었어요.' } });
  const taken = take();
  await vi.runAllTimersAsync();
  answers.push(STARTED, { status: 'READY', characters: 9 });
  taken.retry();
  await vi.runAllTimersAsync();
  expect(states.at(-1)).toMatchObject({ phase: 'ready' });
  expect(calls.filter((each) => each === 'POST /v1/form-files')).toHaveLength(2);
});

test('whoever leaves is told nothing more, and what is taken out is removed', async () => {
  answers.push(STARTED, { status: 'PARSING' });
  const taken = take();
  await vi.advanceTimersByTimeAsync(10);
  taken.remove();
  const told = states.length;
  await vi.runAllTimersAsync();
  expect(states).toHaveLength(told);
  expect(calls.at(-1)).toBe('DELETE /v1/form-files/{fileId}');
});
