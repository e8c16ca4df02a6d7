import { m } from '@/paraglide/messages';

export const CLIENTS = ['python', 'node', 'curl', 'mcp'] as const;
export type Client = (typeof CLIENTS)[number];

/** What stands where a key belongs while none is shown. */
export const NO_KEY = 'YOUR_KEY';

/** Ready to paste: this site's addresses, the company's best model, and the key. */
export function keySnippet(client: Client, origin: string, key: string): string {
  const base = `${origin}/openai/v1`;
  const messages = JSON.stringify([{ role: 'user', content: m.keys_hello() }]);
  return {
    python: `from openai import OpenAI

client = OpenAI(
    base_url="${base}",
    api_key="${key}",
)
answer = client.chat.completions.create(
    model="best",
    messages=${messages},
)
print(answer.choices[0].message.content)`,
    node: `import OpenAI from 'openai';

const client = new OpenAI({
  baseURL: '${base}',
  apiKey: '${key}',
});
const answer = await client.chat.completions.create({
  model: 'best',
  messages: ${messages},
});
console.log(answer.choices[0].message.content);`,
    curl: `curl ${base}/chat/completions \\
  -H "Authorization: Bearer ${key}" \\
  -H "Content-Type: application/json" \\
  -d '{"model":"best","messages":${messages}}'`,
    mcp: JSON.stringify(
      {
        mcpServers: {
          madang: { type: 'http', url: `${origin}/mcp`, headers: { Authorization: `Bearer ${key}` } },
        },
      },
      null,
      2,
    ),
  }[client];
}
