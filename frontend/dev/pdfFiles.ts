import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** What PDFs need that carry no fonts or tables of their own, by where the site serves it. */
const FOLDERS = [
  { at: 'pdf/cmaps', from: 'cmaps', only: /./ },
  { at: 'pdf/fonts', from: 'standard_fonts', only: /./ },
  { at: 'pdf/wasm', from: 'wasm', only: /nowasm|LICENSE_(PDFJS_)?OPENJPEG/ },
];

const files = FOLDERS.flatMap(({ at, from, only }) =>
  readdirSync(join(root, from))
    .filter((name) => only.test(name))
    .map((name) => ({ fileName: `${at}/${name}`, path: join(root, from, name) })),
);

/** Serves pdf.js's character maps and fonts from this site: out of its package, into the build. */
export function pdfFiles(): Plugin {
  return {
    name: 'pdf-files',
    generateBundle() {
      for (const { fileName, path } of files)
        this.emitFile({ type: 'asset', fileName, source: readFileSync(path) });
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const file = files.find(({ fileName }) => `/${fileName}` === request.url);
        if (!file) return next();
        response.setHeader(
          'Content-Type',
          file.path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream',
        );
        response.end(readFileSync(file.path));
      });
    },
  };
}
