import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { people } from './data';
import { routes, STREAMED } from './routes';

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const json = (response: ServerResponse, status: number, body: unknown) =>
  response
    .writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' })
    .end(JSON.stringify(body));

/** An identity provider that signs in whoever `MADANG_STANDIN_PERSON` says, without a password. */
async function identity(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
  const issuer = `${url.origin}/idp`;
  const person = process.env['MADANG_STANDIN_PERSON'] ?? 'admin';
  switch (url.pathname) {
    case '/config.json':
      json(response, 200, { issuer, clientId: 'madang-web', audience: 'madang', apiBase: '' });
      return true;
    case '/idp/.well-known/openid-configuration':
      json(response, 200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        end_session_endpoint: `${issuer}/end`,
      });
      return true;
    case '/idp/authorize': {
      const back = `${url.searchParams.get('redirect_uri')}?code=1&state=${url.searchParams.get('state')}`;
      response.writeHead(302, { Location: back }).end();
      return true;
    }
    case '/idp/token': {
      await bodyOf(request);
      const claims = {
        iss: issuer,
        aud: 'madang-web',
        sub: person,
        exp: Date.now() / 1000 + 3600,
        iat: Date.now() / 1000,
      };
      const token = `${base64({ alg: 'none' })}.${base64(claims)}.x`;
      json(response, 200, { access_token: token, id_token: token, token_type: 'Bearer', expires_in: 3600 });
      return true;
    }
    case '/idp/end':
      response.writeHead(302, { Location: url.searchParams.get('post_logout_redirect_uri') ?? '/' }).end();
      return true;
  }
  return false;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  next: Connect.NextFunction,
): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  if (await identity(request, response, url)) return;
  // an upload in parts: its session is where one request would go, too
  if (request.method === 'POST' && url.pathname.startsWith('/storage/'))
    return void response.writeHead(201, { Location: url.href }).end();
  const route = routes.find(([method, pattern]) => method === request.method && pattern.test(url.pathname));
  if (!route) return void (url.pathname.startsWith('/v1/') ? json(response, 404, {}) : next());
  const token = request.headers.authorization?.split('.')[1];
  if (!token && url.pathname.startsWith('/v1/')) return void json(response, 401, {});
  const { sub } = token
    ? (JSON.parse(Buffer.from(token, 'base64url').toString()) as { sub: string })
    : { sub: 'admin' };
  const raw = await bodyOf(request);
  const isJson = request.headers['content-type']?.includes('json') && raw.length;
  const result = route[2]({
    request,
    response,
    ids: route[1].exec(url.pathname)!.slice(1),
    body: isJson ? (JSON.parse(raw.toString()) as Record<string, never>) : {},
    query: url.searchParams,
    person: people.find(({ email }) => email.startsWith(sub)) ?? people[1]!,
  });
  if (result === STREAMED) return;
  if (result === undefined) response.writeHead(204).end();
  else if (result === null)
    json(response, 404, {
      code: 'not_found',
      status: 404,
      title: '찾을 수 없어요',
      detail: '지워졌거나 볼 수 있는 권한이 없어요.',
    });
  else json(response, 200, result);
}

/** The policy that the site must run under, with the built page's own hashes. */
function policy(): string {
  const { scripts, styles } = JSON.parse(readFileSync('dist/csp.json', 'utf8')) as Record<string, string[]>;
  const quoted = (hashes: string[] = []) => hashes.map((hash) => ` '${hash}'`).join('');
  return [
    "default-src 'none'",
    `script-src 'self'${quoted(scripts)}`,
    `style-src 'self'${quoted(styles)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** A small API for work on the screens without the platform; loaded only with MADANG_STANDIN set. */
export function apiStandIn(): Plugin {
  const handler: Connect.NextHandleFunction = (request, response, next) =>
    void answer(request, response, next).catch(next);
  return {
    name: 'api-stand-in',
    configureServer: ({ middlewares }) => void middlewares.use(handler),
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use((_, response, next) => {
        response.setHeader('Content-Security-Policy', policy());
        next();
      });
      middlewares.use(handler);
    },
  };
}
