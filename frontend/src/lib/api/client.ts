import createClient, { type Middleware } from 'openapi-fetch';
import { loadConfig } from '../config';
import { locale } from '../locale';
import { endAccess, isStale, markWorking, renewSession, session } from '../session';
import { toProblem } from './problem';
import type { paths } from './schema';

function withCaller(init: RequestInit): RequestInit {
  const headers = new Headers(init.headers);
  headers.set('Accept-Language', locale.get());
  const token = session.get()?.accessToken;
  if (token) headers.set('Authorization', `Bearer ${token}`);
  return { ...init, headers };
}

/**
 * Calls the API relative to the configured base. A token that is about to end is renewed first, one that is refused
 * once more; a person whose access cannot be renewed is asked to sign in, without losing the page.
 */
export async function authorizedFetch(path: string, init: RequestInit = {}): Promise<Response> {
  const { apiBase } = await loadConfig();
  if (isStale()) await renewSession();
  const used = session.get();
  const send = () => fetch(apiBase + path, withCaller(init));
  let response = await send();
  if (response.status === 401 && used) {
    if (session.get() !== used || (await renewSession())) response = await send();
    if (response.status === 401) endAccess();
  }
  if (response.ok) markWorking();
  return response;
}

const throwing: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return;
    throw toProblem(await response.json().catch(() => undefined), response.status);
  },
};

export const api = createClient<paths>({
  baseUrl: location.origin,
  fetch: async (request) => {
    const { pathname, search } = new URL(request.url);
    const body = request.method === 'GET' ? null : await request.arrayBuffer();
    return authorizedFetch(pathname + search, {
      method: request.method,
      headers: request.headers,
      ...(body?.byteLength ? { body } : {}),
      signal: request.signal,
    });
  },
});
api.use(throwing);

/** The body of a call that succeeded; failures have already been thrown. */
export async function data<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}

/** A key that lets the server recognise the same intention sent twice. */
export const intentKey = (): string => crypto.randomUUID();
