import { createServer } from 'node:http';

const KEY = 'sk-of-the-clients-3k8w';
const USAGE = { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 };

async function body(request) {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece;
  return JSON.parse(text);
}

const last = ({ messages }) => messages.at(-1);

/** Answers as it is asked to: a tool's call where there are tools, JSON where there is a schema, else what it heard. */
function message(asked) {
  const { role, content } = last(asked);
  if (role === 'tool') return { content: `도구가 말하기를 ${content}` };
  if (asked.tools)
    return {
      content: null,
      tool_calls: [
        { id: 'call_1', type: 'function', function: { name: asked.tools[0].function.name, arguments: '{"city":"서울"}' } },
      ],
    };
  if (asked.response_format?.type === 'json_schema') return { content: '{"days":15,"unit":"day"}' };
  // where passages came along, it cites the first of them
  if (JSON.stringify(asked.messages).includes('실비로 지급한다')) return { content: '하루 십오만 원까지예요 [1].' };
  return { content: '연차는 15일이에요.' };
}

function* deltas(said) {
  for (const piece of said.content?.match(/\S+\s*/g) ?? []) yield { content: piece };
  if (!said.tool_calls) return;
  const [{ id, type, function: { name, arguments: text } }] = said.tool_calls;
  yield { tool_calls: [{ index: 0, id, type, function: { name, arguments: '' } }] };
  yield { tool_calls: [{ index: 0, function: { arguments: text.slice(0, 5) } }] };
  yield { tool_calls: [{ index: 0, function: { arguments: text.slice(5) } }] };
}

function stream(asked, response, left) {
  const chunk = (choices, rest = {}) =>
    response.write(
      `data: ${JSON.stringify({ id: 'c-1', object: 'chat.completion.chunk', created: 1, model: asked.model, choices, ...rest })}\n\n`,
    );
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  if (JSON.stringify(last(asked)).includes('endless')) {
    const beat = setInterval(() => chunk([{ index: 0, delta: { content: '더 ' }, finish_reason: null }]), 20);
    response.on('close', () => {
      clearInterval(beat);
      left();
    });
    return;
  }
  const said = message(asked);
  for (const delta of deltas(said)) chunk([{ index: 0, delta, finish_reason: null }]);
  chunk([{ index: 0, delta: {}, finish_reason: said.tool_calls ? 'tool_calls' : 'stop' }]);
  chunk([], { usage: USAGE });
  response.end('data: [DONE]\n\n');
}

/** A vendor on this machine that speaks OpenAI's wire format. `GET /left` waits for a reader who left a stream. */
export async function startVendor() {
  let left;
  const wait = () => {
    left = {};
    left.promise = new Promise((resolve) => (left.resolve = resolve));
  };
  wait();
  const json = (response, status, value) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  };
  const server = createServer(async (request, response) => {
    if (request.url === '/left') {
      await left.promise;
      wait();
      return json(response, 200, {});
    }
    const asked = await body(request);
    if (request.headers.authorization !== `Bearer ${KEY}`)
      return json(response, 401, { error: { message: 'no', type: 'invalid_request_error', code: 'invalid_api_key' } });
    if (request.url.endsWith('/embeddings')) {
      const inputs = [asked.input].flat();
      const size = asked.dimensions ?? 8;
      return json(response, 200, {
        object: 'list',
        model: asked.model,
        data: inputs.map((_, index) => ({
          object: 'embedding',
          index,
          embedding: Array.from({ length: size }, (__, at) => (at + 1) / (index + 2)),
        })),
        usage: { prompt_tokens: inputs.length, total_tokens: inputs.length },
      });
    }
    if (asked.stream) return stream(asked, response, () => left.resolve());
    const said = message(asked);
    return json(response, 200, {
      id: 'c-1',
      object: 'chat.completion',
      created: 1,
      model: asked.model,
      choices: [
        { index: 0, message: { role: 'assistant', ...said }, finish_reason: said.tool_calls ? 'tool_calls' : 'stop' },
      ],
      usage: USAGE,
    });
  });
  await new Promise((started) => server.listen(0, '127.0.0.1', started));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    key: KEY,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
