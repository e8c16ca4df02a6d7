export interface ServerSentEvent {
  id?: string;
  event?: string;
  data: string;
}

const LINE_END = /\r\n|\n|\r(?!$)/;

/**
 * Reads server-sent events from a fetched response, so that a token can travel in a header.
 * Multi-byte text may be cut anywhere; comments (heartbeats) only call `onHeartbeat`.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  onHeartbeat?: () => void,
): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let buffer = '';
  let lastId: string | undefined;
  let event: string | undefined;
  let lines: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      buffer += decoder.decode(value, { stream: true });
      for (let end = LINE_END.exec(buffer); end; end = LINE_END.exec(buffer)) {
        const line = buffer.slice(0, end.index);
        buffer = buffer.slice(end.index + end[0].length);
        if (line === '') {
          if (lines.length)
            yield {
              data: lines.join('\n'),
              ...(lastId === undefined ? {} : { id: lastId }),
              ...(event === undefined ? {} : { event }),
            };
          lines = [];
          event = undefined;
          continue;
        }
        if (line.startsWith(':')) {
          onHeartbeat?.();
          continue;
        }
        const colon = line.indexOf(':');
        const field = colon < 0 ? line : line.slice(0, colon);
        const rest = colon < 0 ? '' : line.slice(colon + 1);
        const text = rest.startsWith(' ') ? rest.slice(1) : rest;
        if (field === 'data') lines.push(text);
        else if (field === 'event') event = text;
        else if (field === 'id') lastId = text;
      }
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
