// relay.mjs: what functions/local/bench/relay runs. The model, the readers and everything under test share this machine's cores.
import { execFileSync } from 'node:child_process';
import http from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const here = join(dirname(fileURLToPath(import.meta.url)), '..');
const data = ['--data', option('data')];
const ports = option('port-base') ? ['--port-base', option('port-base')] : [];
const readers = Number(option('readers', 5));
const pieces = Number(option('pieces', 200));
const PACE_MS = 50;
const AIM_MS = 15;

// A model on OpenAI's wire format: each piece says when it left, in microseconds of this process.
const model = http.createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    const chunk = (delta, finish, more) =>
      response.write(
        `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'paced', choices: [{ index: 0, delta, finish_reason: finish }], ...more })}\n\n`,
      );
    let sent = 0;
    const pace = setInterval(() => {
      if (sent++ < pieces) return chunk({ content: `at${Math.round(performance.now() * 1000)} ` }, null);
      clearInterval(pace);
      chunk({}, 'stop', { usage: { prompt_tokens: 60, completion_tokens: pieces, total_tokens: 60 + pieces } });
      response.end('data: [DONE]\n\n');
    }, PACE_MS);
    response.on('close', () => clearInterval(pace));
  });
});
await new Promise((ready) => model.listen(0, '127.0.0.1', ready));

const script = (name, ...rest) => execFileSync(join(here, name), [...rest, ...data], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], env });
const env = {
  ...process.env,
  OPENAI_BASE_URL: `http://127.0.0.1:${model.address().port}/v1`,
  OPENAI_API_KEY: 'stand-in',
  OPENAI_MODELS: 'paced',
};

async function call(method, path, body) {
  const answer = await fetch(base + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

/** Milliseconds from each piece's leaving the model to the arrival of its last character. */
async function delays(stream, textOf) {
  const found = [];
  let open = '';
  let text = '';
  for await (const bytes of stream.body.pipeThrough(new TextDecoderStream())) {
    const now = performance.now();
    const events = (open + bytes).split('\n\n');
    open = events.pop();
    for (const event of events) {
      const [, line] = /^data: (\{.*)$/m.exec(event) ?? [];
      text += line ? textOf(JSON.parse(line)) : '';
      text = text.replace(/at(\d+) /g, (_, left) => (found.push(now - Number(left) / 1000), ''));
    }
  }
  if (found.length !== pieces) throw new Error(`${found.length} of ${pieces} pieces arrived`);
  return found;
}

const straight = async () => delays(await fetch(env.OPENAI_BASE_URL, { method: 'POST' }), (chunk) => chunk.choices[0].delta.content ?? '');

async function relayed() {
  const { id } = await (await call('POST', '/conversations', {})).json();
  const stream = await call('POST', `/conversations/${id}/messages`, { text: 'Say when.', model: 'paced' });
  return delays(stream, (told) => {
    if (told.kind === 'failed') throw new Error(JSON.stringify(told));
    return told.kind === 'delta' ? told.text : '';
  });
}

const sorted = async (reader) => (await Promise.all(Array.from({ length: readers }, reader))).flat().sort((a, b) => a - b);
const at = (list, share) => Number(list[Math.min(list.length - 1, Math.ceil(share * list.length) - 1)].toFixed(2));

let base;
let token;
try {
  console.error('starting a stack of its own …');
  script('up', '--detach', '--pin', 'chat', ...ports);
  base = JSON.parse(script('status', '--json')).api;
  token = script('token', 'employee').trim();
  // a pinned function starts beside the stack
  for (let tries = 0; tries < 300 && !(await fetch(`${base}/conversations`, { headers: { Authorization: `Bearer ${token}` } })).ok; tries++)
    await new Promise((resolve) => setTimeout(resolve, 200));
  await relayed(); // warms up
  const direct = await sorted(straight);
  const all = await sorted(relayed);
  const result = { events: all.length, readers, p50_ms: at(all, 0.5), p95_ms: at(all, 0.95), p99_ms: at(all, 0.99), max_ms: at(all, 1), direct_p95_ms: at(direct, 0.95) };
  console.log(JSON.stringify(result));
  process.exitCode = result.p95_ms <= AIM_MS ? 0 : 1;
} finally {
  script('down');
  model.close();
  model.closeAllConnections();
}
