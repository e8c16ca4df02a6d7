// What the browser must fetch, in brotli bytes, against the budgets. Reads the built files only.
import { readdir, readFile, stat } from 'node:fs/promises';

const KB = 1000;
const BUDGETS = { entry: 110 * KB, composer: 130 * KB, css: 12 * KB, route: 60 * KB };
// pdf.js weighs more than a screen may: fetched only where a PDF is opened, and named here so that nothing else hides behind it.
const PDF = { 'lazy pdf': 130 * KB, 'lazy pdf.worker.min': 340 * KB };
const dist = new URL('../dist/', import.meta.url);
const assets = new URL('assets/', dist);
const html = await readFile(new URL('index.html', dist), 'utf8');

const names = (await readdir(assets)).filter((name) => /\.(js|css)$/.test(name));
const text = new Map(
  await Promise.all(names.map(async (name) => [name, await readFile(new URL(name, assets), 'utf8')])),
);
const weight = new Map(
  await Promise.all(names.map(async (name) => [name, (await stat(new URL(`${name}.br`, assets))).size])),
);

/** A chunk and everything that it imports at once. */
function withImports(name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  const source = text.get(name) ?? '';
  for (const [, imported] of source.matchAll(
    /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]*?from\s*)?["']\.\/([\w.-]+\.js)["']/g,
  ))
    withImports(imported, seen);
  return seen;
}

const sum = (files) => [...files].reduce((total, name) => total + weight.get(name), 0);
const linked = [...html.matchAll(/assets\/([\w.-]+\.(?:js|css))/g)].map(([, name]) => name);
const entry = new Set(
  linked.filter((name) => name.endsWith('.js')).flatMap((name) => [...withImports(name)]),
);
const css = [...linked, ...names.filter((name) => name.startsWith('typeOfWords-'))].filter((name) =>
  name.endsWith('.css'),
);
// Chat is part of the entry, so its composer is usable once the entry runs; a fresh sign-in adds the OIDC client.
const composer = new Set([
  ...entry,
  ...names.filter((name) => /^(oidc-client-ts|CallbackPage|SignInPage)-.*\.js$/.test(name)),
]);

const rows = [
  ['entry JS', sum(entry), BUDGETS.entry],
  ['JS until the composer is usable', sum(composer), BUDGETS.composer],
  ['CSS', sum(css), BUDGETS.css],
];
for (const name of names.filter((each) => each.endsWith('.js') && !entry.has(each))) {
  const own = [...withImports(name)].filter((each) => !entry.has(each));
  const what = `lazy ${name.replace(/-[\w-]{8}\.js$/, '')}`;
  rows.push([what, sum(own), PDF[what] ?? BUDGETS.route]);
}

let over = 0;
for (const [what, bytes, budget] of rows) {
  const broken = bytes > budget;
  over += Number(broken);
  console.log(
    `${broken ? 'OVER' : 'ok  '}  ${(bytes / KB).toFixed(1).padStart(6)} / ${budget / KB} kB  ${what}`,
  );
}
if (over) process.exit(1);
