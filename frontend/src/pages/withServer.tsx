import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Decorator } from '@storybook/react-vite';
import { fn } from 'storybook/test';

/** What a story's page sent, newest last. */
export const sent = fn<(call: string, body?: unknown) => void>();

/** Stories of what asks the server: what it answers, by method and path, with its query where that decides; a response goes out as it is, a promise when it is kept. */
export const withServer =
  (answers: Record<string, unknown>): Decorator =>
  (Story) => {
    sent.mockClear();
    // what the page's first script asked for is not this server's
    window.madangConfig = undefined;
    globalThis.fetch = async (input, init) => {
      const { pathname, search } = new URL(
        typeof input === 'string' ? input : input.toString(),
        location.origin,
      );
      const call = `${init?.method ?? 'GET'} ${pathname}`;
      if (call === 'GET /config.json')
        return Response.json({ issuer: 'https://id.example', clientId: 'madang-web' });
      sent(call, init?.body ? JSON.parse(await new Response(init.body).text()) : undefined);
      const answer = await (answers[call + search] ?? answers[call]);
      if (answer instanceof Response) return answer.clone();
      return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
    };
    return (
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <Story />
      </QueryClientProvider>
    );
  };
