import createClient, { type Middleware } from 'openapi-fetch';
import { loadConfig } from '../config';
import { locale } from '../locale';
import { dropSession, session } from '../session';
import { toProblem } from './problem';
import type { paths } from './schema';

/** Headers of every call: who asks and in which language. */
function callerHeaders(): Record<string, string> {
  const token = session.get()?.accessToken;
  return { 'Accept-Language': locale.get(), ...(token ? { Authorization: `Bearer ${token}` } : {}) };
}

/** Calls the API relative to the configured base; 401 ends the session, which brings the sign-in page. */
export async function authorizedFetch(path: string, init: RequestInit = {}): Promise<Response> {
  const { apiBase } = await loadConfig();
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(callerHeaders())) headers.set(name, value);
  const response = await fetch(apiBase + path, { ...init, headers });
  if (response.status === 401) dropSession();
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
