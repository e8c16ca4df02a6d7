import { expect, test, vi } from 'vitest';
import { sendBytes } from './upload';

vi.mock('@/lib/api/client', () => ({ api: {}, data: vi.fn(), intentKey: () => 'k' }));

test('what was taken back before it was sent is not sent', async () => {
  const send = vi.fn();
  vi.stubGlobal(
    'XMLHttpRequest',
    class {
      open = send;
      send = send;
    },
  );
  const abort = new AbortController();
  abort.abort();
  const sent = sendBytes(
    async () => ({ upload: { url: 'u', headers: {} } }) as never,
    new File(['x'], 'a'),
    () => undefined,
    abort.signal,
    { get: () => undefined, keep: () => undefined, drop: () => undefined },
  );
  await expect(sent).rejects.toThrow('cancelled');
  expect(send).not.toHaveBeenCalled();
});
