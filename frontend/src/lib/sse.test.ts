import { expect, it, vi } from 'vitest';
import { readEvents, type ServerSentEvent } from './sse';

function body(text: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, (at += size)));
    },
  });
}

const TEXT =
  ': heartbeat\n\nid: 1\r\nevent: delta\r\ndata: {"text":"연차"}\r\n\r\nid: 2\ndata: first\ndata: second\n\ndata: cut';

it.each([1, 2, 3, 7, 1000])('reads events whose bytes come %d at a time', async (size) => {
  const beat = vi.fn();
  const events: ServerSentEvent[] = [];
  for await (const event of readEvents(body(TEXT, size), beat)) events.push(event);
  expect(events).toEqual([
    { id: '1', event: 'delta', data: '{"text":"연차"}' },
    { id: '2', data: 'first\nsecond' },
  ]);
  expect(beat).toHaveBeenCalledOnce();
});
