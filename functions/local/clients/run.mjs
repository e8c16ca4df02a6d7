// The official clients of OpenAI (Python, Node) and of MCP against a running platform, with a vendor of their own behind it.
//   node functions/local/clients/run.mjs [--data DIR]
// The stack allows models on this machine: MODEL_PRIVATE_ADDRESSES=true. The clients come from PyPI and npm, pinned, into
// a folder that goes again. The last line counts.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startVendor } from './vendor.mjs';

const PYTHON = ['openai==3.57.0'];
// the newest that runs on Node 20
const NODE = ['openai@6.49.0', 'zod@4.6.7', '@modelcontextprotocol/sdk@1.32.2', '@modelcontextprotocol/client@2.4.0'];

const own = dirname(fileURLToPath(import.meta.url));
const at = process.argv.indexOf('--data');
const data = at < 0 ? [] : ['--data', process.argv[at + 1]];
const ours = (command, ...more) => execFileSync(join(own, '..', command), [...more, ...data], { encoding: 'utf8' }).trim();

const { api, site } = JSON.parse(ours('status', '--json'));
const tokens = { admin: ours('token', 'admin'), builder: ours('token', 'builder'), reviewer: ours('token', 'reviewer') };

async function call(person, method, path, content) {
  const response = await fetch(`${api}${path}`, {
    method,
    headers: { Authorization: `Bearer ${tokens[person]}`, 'Content-Type': 'application/json' },
    body: content && JSON.stringify(content),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text && JSON.parse(text);
}

async function addModels(vendor) {
  const model = (vendorName, more) => ({
    provider: 'clients',
    vendorName,
    name: vendorName,
    contextTokens: 8000,
    maxOutputTokens: 1000,
    images: false,
    tools: true,
    jsonSchema: true,
    masks: {},
    enabled: true,
    price: { input: 1, cachedInput: 1, output: 1, currency: 'USD' },
    ...more,
  });
  await call('admin', 'PUT', '/admin/providers/clients', {
    name: 'Clients',
    baseUrl: `${vendor.address}/v1`,
    clearance: 'confidential',
  });
  await call('admin', 'PUT', '/admin/providers/clients/key', { key: vendor.key });
  await call('admin', 'PUT', '/admin/models/wire', model('wire'));
  await call('admin', 'PUT', '/admin/models/wire-vectors', model('wire-vectors', { dimensions: 8 }));
}

/** Asks by a form and answers in JSON. */
const FORM = {
  inputs: [{ name: 'topic', kind: 'text', label: { ko: '주제' }, required: true }],
  output: {
    kind: 'json',
    schema: { type: 'object', required: ['days'], properties: { days: { type: 'integer' }, unit: { type: 'string' } } },
  },
};

/** A released tool that reads a collection; its maker may use it. */
async function addTool(collectionId, more) {
  const tool = await call('builder', 'POST', '/tools', {
    name: { ko: '여비 도우미' },
    icon: 'calculator',
    description: { ko: '여비 규정을 물어보세요.' },
    instructions: '여비 규정에 따라 답한다.',
    model: 'wire',
    collectionIds: [collectionId],
    ...more,
  });
  const { version } = await call('builder', 'POST', `/tools/${tool.id}/submission`, { version: tool.version });
  await call('reviewer', 'POST', `/tools/${tool.id}/approval`, { version });
  for (let left = 120; (await call('builder', 'GET', `/tools/${tool.id}`)).status !== 'LIVE'; left--) {
    if (left === 0) throw new Error('the tool is not released');
    await pause(500);
  }
  return tool.id;
}

/** A document that answers can cite. */
async function addDocument() {
  const text = Buffer.from('출장여비 규정\n제3조 극지 출장의 쇄빙선 숙박비는 하루 십오만 원까지 실비로 지급한다.\n');
  const collection = await call('builder', 'POST', '/collections', { name: `Clients ${Date.now()}` });
  const batch = await call('builder', 'POST', `/collections/${collection.id}/uploads`, {
    files: [{ name: '출장여비.txt', size: text.length, contentType: 'text/plain' }],
  });
  const [{ documentId }] = batch.files;
  const { items } = await call('builder', 'POST', `/uploads/${batch.batchId}/addresses`, { documentIds: [documentId] });
  const { url, method, headers } = items[0].upload;
  const put = await fetch(url, { method, headers, body: text });
  if (!put.ok) throw new Error(`upload: ${put.status}`);
  for (let left = 120; ; left--) {
    const document = await call('builder', 'GET', `/documents/${documentId}`);
    if (document.status === 'READY') return collection.id;
    if (left === 0 || document.status === 'FAILED') throw new Error(`the document is ${document.status}`);
    await pause(500);
  }
}

const run = (command, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (piece) => (printed += piece));
    child.on('close', (code) => resolve({ code, printed }));
  });

async function install(folder) {
  const packages = join(folder, 'python');
  const steps = await Promise.all([
    run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error', ...NODE]),
    // no virtual environment: not every Python brings what makes one
    run('python3', ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', packages, ...PYTHON]),
  ]);
  if (steps.some(({ code }) => code !== 0)) throw new Error('the clients cannot be installed');
  // a module finds its packages beside itself
  for (const script of ['steps.mjs', 'openai_node.mjs', 'mcp_node.mjs']) cpSync(join(own, script), join(folder, script));
  return packages;
}

const folder = mkdtempSync(join(tmpdir(), 'madang-clients-'));
const vendor = await startVendor();
let passed = 0;
let failed = 0;
try {
  const tools = async (collectionId) => [await addTool(collectionId), await addTool(collectionId, FORM)];
  const [packages, [tool, form]] = await Promise.all([install(folder), addModels(vendor).then(addDocument).then(tools)]);
  const env = {
    ...process.env,
    MADANG_TOOL: tool,
    MADANG_FORM_TOOL: form,
    MADANG_SITE: site,
    MADANG_VENDOR: vendor.address,
    PYTHONPATH: packages,
  };
  for (const [command, script] of [
    ['node', join(folder, 'mcp_node.mjs')],
    ['python3', join(own, 'openai_python.py')],
    ['node', join(folder, 'openai_node.mjs')],
  ]) {
    // each with a key of its own: they use up how often one may ask
    const { printed } = await run(command, [script], { env: { ...env, MADANG_KEY: ours('apikey', 'builder') } });
    process.stdout.write(printed);
    const counts = /^(\d+) passed, (\d+) failed$/m.exec(printed);
    passed += Number(counts?.[1] ?? 0);
    failed += Number(counts?.[2] ?? 1);
  }
} finally {
  vendor.stop();
  await call('admin', 'DELETE', '/admin/providers/clients').catch((error) => console.error(String(error)));
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
