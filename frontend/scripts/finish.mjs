// After Vite: the hashes that a strict content security policy needs, and compressed copies beside every asset.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const html = await readFile(new URL('index.html', dist), 'utf8');

const hashes = (tag) =>
  [...html.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))].map(
    (match) => `sha256-${createHash('sha256').update(match[1]).digest('base64')}`,
  );
await writeFile(
  new URL('csp.json', dist),
  JSON.stringify({ scripts: hashes('script'), styles: hashes('style'), trustedTypes: ['madang-pdf'] }),
);

// `trustedTypes` names the one policy of `src/features/viewer/api/pdfWorker.ts`.
const files = await readdir(dist, { recursive: true });
const compressible = files.filter((name) => /\.(js|css|html|svg|json)$/.test(name));
await Promise.all(
  compressible.map(async (name) => {
    const bytes = await readFile(new URL(name, dist));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    await Promise.all([
      promisify(brotliCompress)(bytes, { params }).then((out) => writeFile(new URL(`${name}.br`, dist), out)),
      promisify(gzip)(bytes, { level: 9 }).then((out) => writeFile(new URL(`${name}.gz`, dist), out)),
    ]);
  }),
);
