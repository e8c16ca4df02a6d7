// The official MCP clients: the one of the earlier revisions, and the one that speaks 2026-07-28.
import assert from 'node:assert/strict';
import * as modern from '@modelcontextprotocol/client';
import { discoverOAuthProtectedResourceMetadata } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { done, step } from './steps.mjs';

const url = new URL(`${process.env.MADANG_SITE}/mcp`);
const self = { name: 'clients', version: '1' };
const QUESTION = '극지 출장의 쇄빙선 숙박비는 하루 얼마까지인가요?';

const withKey = (key, headers = {}) => ({ requestInit: { headers: { Authorization: `Bearer ${key}`, ...headers } } });

async function uses(client) {
  const { tools } = await client.listTools();
  const names = tools.map(({ name }) => name);
  const released = `tool_${process.env.MADANG_TOOL.replaceAll('-', '')}`;
  for (const name of ['ask', 'search_documents', released]) assert.ok(names.includes(name), names.join());
  assert.ok(tools.every(({ inputSchema, description }) => inputSchema.type === 'object' && description));
  const found = await client.callTool({ name: 'search_documents', arguments: { query: '극지 쇄빙선 숙박비' } });
  assert.match(found.content[0].text, /출장여비\.txt/);
  const answer = await client.callTool({ name: 'ask', arguments: { question: QUESTION } });
  assert.ok(!answer.isError, answer.content[0].text);
  assert.match(answer.content[0].text, /\[1]/);
  assert.match(answer.content[0].text, /출장여비\.txt/);
  const own = await client.callTool({ name: released, arguments: { question: QUESTION } });
  assert.ok(!own.isError && own.content[0].text, JSON.stringify(own));
  const form = tools.find(({ name }) => name === `tool_${process.env.MADANG_FORM_TOOL.replaceAll('-', '')}`);
  assert.deepEqual(form.inputSchema.required, ['topic']);
  const filled = await client.callTool({ name: form.name, arguments: { topic: '연차' } });
  assert.equal(JSON.parse(filled.content[0].text).days, 15);
  const empty = await client.callTool({ name: form.name, arguments: {} });
  assert.ok(empty.isError, JSON.stringify(empty));
  assert.match(empty.content[0].text, /^topic: /m);
}

await step('mcp: the client of the earlier revisions initializes, lists and calls', async () => {
  const client = new Client(self);
  const transport = new StreamableHTTPClientTransport(url, withKey(process.env.MADANG_KEY));
  await client.connect(transport);
  assert.equal(client.getServerVersion().name, 'madang');
  assert.equal(transport.protocolVersion, '2025-11-25');
  assert.match(client.getInstructions(), /citations/);
  await client.ping();
  await uses(client);
  await assert.rejects(client.callTool({ name: 'rm', arguments: {} }), /-32602/);
  await assert.rejects(client.callTool({ name: 'ask', arguments: {} }), /-32602/);
  await client.close();
});

await step('mcp: the client of the newest revision discovers it and does the same', async () => {
  const client = new modern.Client(self, { versionNegotiation: { mode: { pin: '2026-07-28' } } });
  await client.connect(new modern.StreamableHTTPClientTransport(url, withKey(process.env.MADANG_KEY)));
  assert.equal(client.getNegotiatedProtocolVersion(), '2026-07-28');
  await uses(client);
  await assert.rejects(client.callTool({ name: 'rm', arguments: {} }), modern.ProtocolError);
  await client.close();
});

await step('mcp: it finds out by itself which revision is spoken', async () => {
  const client = new modern.Client(self, { versionNegotiation: { mode: 'auto' } });
  await client.connect(new modern.StreamableHTTPClientTransport(url, withKey(process.env.MADANG_KEY)));
  assert.equal(client.getNegotiatedProtocolVersion(), '2026-07-28');
  await client.close();
});

await step('mcp: without negotiation it falls back to the earlier ones', async () => {
  const client = new modern.Client(self);
  await client.connect(new modern.StreamableHTTPClientTransport(url, withKey(process.env.MADANG_KEY)));
  assert.equal(client.getNegotiatedProtocolVersion(), '2025-11-25');
  await uses(client);
  await client.close();
});

await step('mcp: a wrong key is refused, and it is told who gives the right to ask', async () => {
  const client = new Client(self);
  const transport = new StreamableHTTPClientTransport(url, withKey('mdg_wrong'));
  await assert.rejects(client.connect(transport), (error) => error.code === 401);
  const refused = await fetch(url, { method: 'POST', body: '{}', headers: { Authorization: 'Bearer mdg_wrong' } });
  assert.equal(refused.status, 401);
  const metadata = /resource_metadata="([^"]+)"/.exec(refused.headers.get('www-authenticate'))?.[1];
  const resource = await discoverOAuthProtectedResourceMetadata(url, { resourceMetadataUrl: metadata });
  assert.equal(resource.resource, url.href);
  assert.ok(resource.authorization_servers.length > 0);
  // a client that was told nothing looks beside the address
  assert.deepEqual(await discoverOAuthProtectedResourceMetadata(url), resource);
});

done();
