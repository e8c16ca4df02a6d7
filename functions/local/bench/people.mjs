// people.mjs: virtual people at a running platform, on this machine only.
//   node functions/local/bench/people.mjs [--data DIR] [--people 500] [--think 10] [--seconds 60]
// Each thinks, then makes one call that no model is behind: me, conversations, collections, documents, search.
// Prints one line an operation and, last, one JSON object; exits 1 on any error or when the p95 of all calls is over 500 ms.
import { execFileSync } from 'node:child_process';
import http from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const here = join(dirname(fileURLToPath(import.meta.url)), '..');
const data = option('data') ? ['--data', option('data')] : [];
const people = Number(option('people', 500));
const think = Number(option('think', 10)) * 1000;
const seconds = Number(option('seconds', 60));

const status = JSON.parse(execFileSync(join(here, 'status'), ['--json', ...data], { encoding: 'utf8' }));
const base = new URL(status.api);
if (!['127.0.0.1', 'localhost', '[::1]'].includes(base.hostname)) throw new Error(`not this machine: ${base.hostname}`);
const tokens = ['employee', 'builder', 'reviewer', 'admin', 'auditor'].map((person) =>
  execFileSync(join(here, 'token'), [person, ...data], { encoding: 'utf8' }).trim(),
);

const agent = new http.Agent({ keepAlive: true, maxSockets: people });
const samples = new Map();
let errors = 0;

function call(name, method, path, token, body) {
  return new Promise((resolve) => {
    const begun = performance.now();
    const done = (ok, text) => {
      if (!ok) errors++;
      const list = samples.get(name) ?? [];
      list.push(performance.now() - begun);
      samples.set(name, list);
      resolve(ok ? JSON.parse(text || '{}') : undefined);
    };
    const request = http.request(
      { host: base.hostname, port: base.port, path, method, agent, headers: { Authorization: `Bearer ${token}`, ...(body ? { 'Content-Type': 'application/json' } : {}) } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part) => (text += part));
        response.on('end', () => {
          if (response.statusCode >= 400 && errors < 5) console.error(name, response.statusCode, text.slice(0, 200));
          done(response.statusCode < 400, text);
        });
      },
    );
    request.on('error', (error) => {
      if (errors < 5) console.error(name, error.message);
      done(false, '');
    });
    request.end(body ? JSON.stringify(body) : undefined);
  });
}

const questions = ['연차는 며칠인가요?', '출장비 정산 방법', 'remote work policy', '보안 서약에서 금지하는 것'];
const calls = [
  (token) => call('getMe', 'GET', '/v1/me', token),
  (token) => call('listConversations', 'GET', '/v1/conversations?limit=30', token),
  (token) => call('listCollections', 'GET', '/v1/collections', token),
  async (token, person) =>
    person.collection
      ? call('listDocuments', 'GET', `/v1/collections/${person.collection}/documents`, token)
      : call('getMe', 'GET', '/v1/me', token),
  (token) => call('searchPassages', 'POST', '/v1/search', token, { text: questions[Math.floor(Math.random() * questions.length)], limit: 5 }),
];

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// functions scale to zero: the first calls wake them and are not counted
const owned = await Promise.all(tokens.map((token) => call('wake', 'GET', '/v1/collections', token)));
await call('wake', 'GET', '/v1/me', tokens[0]);
await call('wake', 'GET', '/v1/conversations', tokens[0]);
samples.clear();
errors = 0;

const end = performance.now() + seconds * 1000;
await Promise.all(
  Array.from({ length: people }, async (_, index) => {
    const token = tokens[index % tokens.length];
    const person = { collection: owned[index % tokens.length]?.items?.[0]?.id };
    await pause(Math.random() * think);
    for (let step = index; performance.now() < end; step++) {
      await calls[step % calls.length](token, person);
      await pause(think * (0.5 + Math.random()));
    }
  }),
);
agent.destroy();

const at = (list, share) => Math.round(list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0);
for (const [name, list] of [...samples].sort())
  console.log(`${name.padEnd(20)} ${String(list.length).padStart(6)} calls   p50 ${at(list, 0.5)} ms   p95 ${at(list, 0.95)} ms   max ${at(list, 1)} ms`);
const all = [...samples.values()].flat();
const result = { people, seconds, calls: all.length, errors, p50_ms: at(all, 0.5), p95_ms: at(all, 0.95), p99_ms: at(all, 0.99) };
console.log(JSON.stringify(result));
process.exit(errors > 0 || result.p95_ms > 500 || all.length === 0 ? 1 : 0);
