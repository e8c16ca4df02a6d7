// A release that some people get first: who, and how many of them must dislike it until it goes back by itself.
//   MADANG_URL=http://127.0.0.1:8080 MADANG_DATA=.local npm run journey:canary
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { complaints, launch, open, signIn, SITE } from './browser';
import { inOrder } from './inOrder';
import { looks, picture } from './inspect';

const PEOPLE = 250;
const NEEDED = 20;
const TAG = Date.now().toString(36);
const TOOL = `카나리 도우미 ${TAG}`;
const data = resolve('..', process.env['MADANG_DATA'] ?? '.local');

const names = ['builder', 'reviewer', ...Array.from({ length: PEOPLE }, (_, i) => `member-${i + 1}`)];
const [builder, reviewer, ...members] = execFileSync('../functions/local/token', [...names, '--data', data], {
  encoding: 'utf8',
})
  .trim()
  .split('\n');

interface Answer {
  status: number;
  body: Record<string, never> & { id?: string; version?: number; release?: number };
}

async function call(token: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${SITE}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') ? JSON.parse(text || '{}') : {};
  return { status: response.status, body: json };
}

const { step, end } = inOrder();

const DRAFT = {
  name: { ko: TOOL, en: `Canary helper ${TAG}` },
  icon: 'lightbulb',
  description: { ko: '무엇이든 답해요.' },
  instructions: '짧게 답한다.',
  collectionIds: [],
  starters: [],
};
let toolId = '';
const path = (rest = '') => `/v1/tools/${toolId}${rest}`;

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let i = 0; !(await what()); i++) {
    assert.ok(i < 240, 'it did not come about');
    await new Promise((wake) => setTimeout(wake, 250));
  }
}

/** Handed in, approved by another and released. */
async function releases(percent: number, number: number): Promise<void> {
  const made = await call(builder!, 'GET', path());
  const handed = await call(builder!, 'POST', path('/submission'), { version: made.body.version, percent });
  assert.equal(handed.status, 200);
  const approved = await call(reviewer!, 'POST', path('/approval'), { version: handed.body.version });
  assert.equal(approved.status, 200);
  await until(async () => (await call(builder!, 'GET', `/v1/store/tools/${toolId}`)).body.release === number);
}

/** Everybody's release, ten people at a time. */
async function served(): Promise<number[]> {
  const numbers: number[] = [];
  for (let i = 0; i < members.length; i += 10)
    numbers.push(
      ...(await Promise.all(
        members
          .slice(i, i + 10)
          .map(async (member) => (await call(member, 'GET', `/v1/store/tools/${toolId}`)).body.release ?? 0),
      )),
    );
  return numbers;
}

/** A person asks it and says how the answer was. */
async function asks(member: string, rating?: 'up' | 'down'): Promise<void> {
  const conversation = await call(member, 'POST', '/v1/conversations', { toolId });
  assert.equal(conversation.status, 201);
  const messages = `/v1/conversations/${conversation.body.id}/messages`;
  const response = await fetch(`${SITE}${messages}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${member}`,
      'Content-Type': 'application/json',
      Accept: 'text/event-stream',
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: JSON.stringify({ text: '안녕하세요?' }),
  });
  const stream = await response.text();
  assert.equal(response.status, 200, stream);
  const answer =
    /"answerId":"([0-9a-f-]{36})"/.exec(stream)?.[1] ?? /"id":"([0-9a-f-]{36})"/.exec(stream)?.[1];
  assert.ok(answer, stream);
  if (rating)
    assert.equal((await call(member, 'PUT', `${messages}/${answer}/feedback`, { rating })).status, 204);
}

let drawn: string[] = [];

await step('a tool is live, and its next release begins with a fifth of the people', async () => {
  toolId = (await call(builder!, 'POST', '/v1/tools', DRAFT)).body.id!;
  assert.equal(
    (await call(builder!, 'PUT', path('/grants'), { subject: { kind: 'everyone' }, role: 'user' })).status,
    200,
  );
  await releases(100, 1);
  const { version } = (await call(builder!, 'GET', path())).body;
  const changed = { ...DRAFT, instructions: '길게 답한다.', version };
  assert.equal((await call(builder!, 'PUT', path(), changed)).status, 200);
  await releases(20, 2);
});

await step(`of ${PEOPLE} people about a fifth get it, and keep getting it`, async () => {
  const first = await served();
  assert.deepEqual(await served(), first);
  drawn = members.filter((_, i) => first[i] === 2);
  console.log(`      ${drawn.length} of ${PEOPLE}`);
  assert.ok(drawn.length > PEOPLE * 0.1 && drawn.length < PEOPLE * 0.3);
  assert.equal(first.filter((number) => number === 1).length, PEOPLE - drawn.length);
});

const canary = async () => (await call(builder!, 'GET', path('/canary'))).status === 200;

await step('one person who dislikes it, also again and again, does not take it back', async () => {
  for (let i = 0; i < 3; i++) await asks(drawn[0]!, 'down');
  for (const member of drawn.slice(1, NEEDED)) await asks(member);
  await new Promise((wake) => setTimeout(wake, 2000));
  assert.ok(await canary());
});

const browser = await launch();
const page = await open(browser);

await step('its makers see how it does', async () => {
  await signIn(page, 'builder');
  await page.goto(`${SITE}/studio/${toolId}`);
  await page
    .getByText(/20%|20 %/)
    .first()
    .waitFor();
  await picture(page, 'canary-running');
});

await step(
  'when too many of them do, it goes back by itself, and everybody gets what was before',
  async () => {
    for (const member of drawn.slice(1, NEEDED)) await asks(member, 'down');
    await until(async () => !(await canary()));
    assert.ok((await served()).every((number) => number === 1));
    await page.reload();
    await page.getByText(/되돌/).first().waitFor();
    await looks(page, 'canary-back', () =>
      page
        .getByText(/되돌|rolled back|went back/i)
        .first()
        .waitFor(),
    );
  },
);

await step('the browser complained about nothing', async () =>
  assert.deepEqual([...new Set(complaints)], []),
);

await browser.close();
end();
