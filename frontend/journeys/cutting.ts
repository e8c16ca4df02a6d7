import { createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way between a browser and all that it asks that can be cut: streams that are open break off, new ones are refused. */
export async function wayToTheSite() {
  const streams = new Set<ServerResponse>();
  const resumedAfter: string[] = [];
  let cut = false;
  const server = createServer((asked, answer) => {
    const { pathname } = new URL(asked.url!);
    const streaming = /\/(messages|stream)$/.test(pathname) && asked.headers.accept === 'text/event-stream';
    const last = asked.headers['last-event-id'];
    if (typeof last === 'string') resumedAfter.push(last);
    if (cut && streaming) return void answer.destroy();
    if (streaming) {
      streams.add(answer);
      answer.on('close', () => streams.delete(answer));
    }
    const onward = request(asked.url!, { method: asked.method!, headers: asked.headers }, (told) => {
      answer.writeHead(told.statusCode!, told.headers);
      told.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  return {
    /** For a browser's context, also for what is on this machine. */
    proxy: { server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bypass: '<-loopback>' },
    resumedAfter,
    cut: () => {
      cut = true;
      const open = streams.size;
      for (const stream of streams) stream.destroy();
      return open;
    },
    mend: () => (cut = false),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
