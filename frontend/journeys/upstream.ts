import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

type Part = { type: string; text?: string; image_url?: { url: string } };
interface Asked {
  model: string;
  stream?: boolean;
  messages: { role: string; content: string | Part[] }[];
}

const PACE_MS = 30;
const SLOW_MS = 150;
/** So far the slow model counts. */
export const COUNTED = 40;
const USAGE = { prompt_tokens: 120, completion_tokens: 40, total_tokens: 160 };

const words = (content: string | Part[] | undefined): string =>
  typeof content === 'string' ? content : (content ?? []).map(({ text }) => text ?? '').join('');

/** Of a document in a form: what it says about daily allowances. */
function fromDocument(told: string): string {
  const [, name, text = ''] = /file="([^"]+)"[^>]*>\n([\s\S]*?)\n<\/field>/.exec(told) ?? [];
  const sentence = /[^.\n]*일비[^.\n]*/.exec(text)?.[0].trim();
  return name ? `‘${name}’ 문서에는 ‘${sentence ?? '일비 없음'}’이라고 적혀 있어요. ` : '';
}

/** Says back which placeholders and pictures it was given; where another broke off it goes on in the middle. */
function reply({ messages }: Asked): string {
  const persons = messages.filter(({ role }) => role === 'user');
  const begun = messages.at(-2)?.role === 'assistant' && /interrupted/.test(words(messages.at(-1)?.content));
  const question = begun ? persons.at(-2) : persons.at(-1);
  const placeholders = words(question?.content).match(/\[\[[A-Z_]+_\d+]]/g) ?? [];
  const pictures = Array.isArray(question?.content)
    ? question.content.filter(({ type }) => type === 'image_url').length
    : 0;
  const whole = `${fromDocument(words(question?.content))}연차는 한 해에 15일이에요. ${placeholders.length ? `${placeholders[0]} 번호로 알려 드릴게요. ` : ''}${pictures ? `그림 ${pictures}장을 봤어요. ` : ''}더 궁금한 것이 있으면 물어보세요.`;
  return begun ? whole.slice(words(messages.at(-2)?.content).length) : whole;
}

const chunk = (choice: object, rest: object = {}) =>
  `data: ${JSON.stringify({ id: 'c-1', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [choice], ...rest })}\n\n`;

async function stream(asked: Asked, response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const slow = asked.model === 'slow';
  const said = slow
    ? Array.from({ length: COUNTED }, (_, index) => `${index + 1}번째`).join(' ')
    : reply(asked);
  const pieces = said.match(/\S+\s*/g) ?? [];
  // the model that breaks says two words and is gone
  for (const piece of asked.model === 'breaking' ? pieces.slice(0, 2) : pieces) {
    if (response.closed) return;
    response.write(chunk({ index: 0, delta: { content: piece }, finish_reason: null }));
    await pause(slow ? SLOW_MS : PACE_MS);
  }
  if (asked.model === 'breaking') return void response.destroy();
  response.write(chunk({ index: 0, delta: {}, finish_reason: 'stop' }));
  response.write(
    `data: ${JSON.stringify({ id: 'c-1', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [], usage: USAGE })}\n\n`,
  );
  response.end('data: [DONE]\n\n');
}

async function body(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece;
  return text;
}

/** A vendor that speaks OpenAI's wire format on this machine: `steady` answers, `breaking` stops in the middle, `slow` counts. */
export async function startUpstream(key: string) {
  const received: string[] = [];
  let leftAlone = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const text = await body(request);
      if (request.headers.authorization !== `Bearer ${key}`) {
        response.writeHead(401, { 'content-type': 'application/json' });
        return response.end(
          '{"error":{"message":"no","type":"invalid_request_error","code":"invalid_api_key"}}',
        );
      }
      received.push(text);
      const asked = JSON.parse(text) as Asked;
      response.on('close', () => {
        if (!response.writableFinished) leftAlone++;
      });
      if (asked.stream) return stream(asked, response);
      response.writeHead(200, { 'content-type': 'application/json' });
      return response.end(
        JSON.stringify({
          id: 'c-1',
          object: 'chat.completion',
          created: 1,
          model: asked.model,
          choices: [
            { index: 0, message: { role: 'assistant', content: reply(asked) }, finish_reason: 'stop' },
          ],
          usage: USAGE,
        }),
      );
    })().catch(() => response.destroy());
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    received,
    /** How many answers nobody waited for to the end. */
    leftAlone: () => leftAlone,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
