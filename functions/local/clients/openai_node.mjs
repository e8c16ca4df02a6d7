// OpenAI's own client for Node, unchanged but for its address.
import assert from 'node:assert/strict';
import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import { done, step } from './steps.mjs';

const baseURL = `${process.env.MADANG_SITE}/openai/v1`;
const client = new OpenAI({ baseURL, apiKey: process.env.MADANG_KEY, maxRetries: 0, timeout: 20_000 });
const ask = (content, more = {}) =>
  client.chat.completions.create({ model: 'wire', messages: [{ role: 'user', content }], ...more });
const weather = {
  type: 'function',
  function: {
    name: 'weather',
    description: 'Of a city',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
};

await step('node: models are listed, with the policies', async () => {
  const ids = [];
  for await (const model of client.models.list()) ids.push(model.id);
  assert.ok(ids.includes('wire'), ids.join());
  assert.equal((await client.models.retrieve('wire')).id, 'wire');
  await assert.rejects(client.models.retrieve('nobody'), OpenAI.NotFoundError);
});

await step('node: a released tool is a model, whole and streamed, with its citations', async () => {
  const model = `tool-${process.env.MADANG_TOOL}`;
  assert.equal((await client.models.retrieve(model)).owned_by, 'madang-tools');
  const whole = await ask('극지 쇄빙선 숙박비는?', { model });
  assert.ok(whole.choices[0].message.content);
  assert.equal(whole.citations[0].documentName, '출장여비.txt');
  let text = '';
  let citations;
  for await (const chunk of await ask('극지 쇄빙선 숙박비는?', { model, stream: true })) {
    text += chunk.choices[0]?.delta.content ?? '';
    citations = chunk.citations ?? citations;
  }
  assert.equal(text, whole.choices[0].message.content);
  assert.deepEqual(citations.map(({ number }) => number), [1]);
  await assert.rejects(
    ask('x', { model: 'tool-00000000-0000-7000-8000-000000000000' }),
    (error) => error instanceof OpenAI.NotFoundError && error.code === 'model_not_found',
  );
});

await step('node: a released tool that answers in JSON keeps to its schema, whole and streamed', async () => {
  const model = `tool-${process.env.MADANG_FORM_TOOL}`;
  const whole = await ask('연차는 며칠?', { model });
  assert.equal(JSON.parse(whole.choices[0].message.content).days, 15);
  let text = '';
  for await (const chunk of await ask('연차는 며칠?', { model, stream: true })) text += chunk.choices[0]?.delta.content ?? '';
  assert.equal(text, whole.choices[0].message.content);
});

await step('node: a chat with its usage', async () => {
  const answer = await ask('연차는 며칠?');
  assert.equal(answer.choices[0].message.content, '연차는 15일이에요.');
  assert.equal(answer.choices[0].finish_reason, 'stop');
  assert.equal(answer.usage.total_tokens, 15);
});

await step('node: a stream, whose last chunk counts', async () => {
  let text = '';
  let usage;
  for await (const chunk of await ask('연차는?', { stream: true, stream_options: { include_usage: true } })) {
    text += chunk.choices[0]?.delta.content ?? '';
    usage = chunk.usage ?? usage;
  }
  assert.equal(text, '연차는 15일이에요.');
  assert.equal(usage.completion_tokens, 3);
});

await step('node: the helper for streams puts the whole together', async () => {
  const whole = await client.chat.completions
    .stream({ model: 'wire', messages: [{ role: 'user', content: '연차는?' }] })
    .finalChatCompletion();
  assert.equal(whole.choices[0].message.content, '연차는 15일이에요.');
});

await step('node: a tool is called and its result goes back', async () => {
  const messages = [{ role: 'user', content: '서울 날씨는?' }];
  const first = await client.chat.completions.create({ model: 'wire', messages, tools: [weather], tool_choice: 'auto' });
  assert.equal(first.choices[0].finish_reason, 'tool_calls');
  const [call] = first.choices[0].message.tool_calls;
  assert.deepEqual([call.function.name, JSON.parse(call.function.arguments)], ['weather', { city: '서울' }]);
  messages.push(first.choices[0].message, { role: 'tool', tool_call_id: call.id, content: '맑음' });
  const second = await client.chat.completions.create({ model: 'wire', messages, tools: [weather] });
  assert.equal(second.choices[0].message.content, '도구가 말하기를 맑음');
});

await step('node: a runner calls the tool by itself, over a stream', async () => {
  const run = client.chat.completions.runTools({
    model: 'wire',
    stream: true,
    messages: [{ role: 'user', content: '서울 날씨는?' }],
    tools: [{ ...weather, function: { ...weather.function, parse: JSON.parse, function: ({ city }) => `${city} 맑음` } }],
  });
  assert.equal(await run.finalContent(), '도구가 말하기를 서울 맑음');
});

await step('node: an answer by a schema is parsed', async () => {
  const answer = await client.chat.completions.parse({
    model: 'wire',
    messages: [{ role: 'user', content: '연차는?' }],
    response_format: zodResponseFormat(z.object({ days: z.number(), unit: z.enum(['day', 'hour']) }), 'leave'),
  });
  assert.deepEqual(answer.choices[0].message.parsed, { days: 15, unit: 'day' });
});

await step('node: texts become vectors', async () => {
  const { data } = await client.embeddings.create({ model: 'wire-vectors', input: ['가', '나다'] });
  assert.equal(data.length, 2);
  assert.ok(data[0].embedding.length > 0 && data[0].embedding.every(Number.isFinite));
});

await step('node: failures are of their own classes', async () => {
  const stranger = new OpenAI({ baseURL, apiKey: 'mdg_wrong', maxRetries: 0 });
  await assert.rejects(stranger.models.list(), OpenAI.AuthenticationError);
  await assert.rejects(
    client.chat.completions.create({ model: 'nobody', messages: [{ role: 'user', content: 'x' }] }),
    (error) => error instanceof OpenAI.NotFoundError && error.code === 'model_not_found' && error.param === 'model',
  );
  await assert.rejects(ask('x', { temperature: 9 }), (error) => error instanceof OpenAI.BadRequestError && error.param === 'temperature');
  await assert.rejects(
    ask('긴 글 '.repeat(20_000)),
    (error) => error instanceof OpenAI.BadRequestError && error.code === 'context_length_exceeded',
  );
});

await step('node: who leaves a stream leaves the vendor too', async () => {
  const stream = await ask('endless', { stream: true });
  for await (const chunk of stream) {
    assert.ok(chunk);
    break;
  }
  stream.controller.abort();
  const left = await fetch(`${process.env.MADANG_VENDOR}/left`, { signal: AbortSignal.timeout(10_000) });
  assert.equal(left.status, 200);
});

await step('node: who asks too often is told when to come back', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 200 }, () => client.models.list()));
  const refused = outcomes.filter(({ status }) => status === 'rejected').map(({ reason }) => reason);
  assert.ok(refused.length > 0 && refused.length < 200, `${refused.length} of 200 were refused`);
  for (const error of refused) {
    assert.ok(error instanceof OpenAI.RateLimitError, String(error));
    assert.ok(Number(error.headers.get('retry-after')) > 0);
  }
  // with retries, as a client is by default, nobody notices
  await new OpenAI({ baseURL, apiKey: process.env.MADANG_KEY }).models.list();
});

done();
