// Pretendard comes in ninety small files. Those with the letters of the site's own words are declared first;
// the rest of Hangul, which only documents and answers need, is declared after the page is usable.
import { mkdir, readFile, writeFile } from 'node:fs/promises';

const FOLDER = 'pretendard/dist/web/variable';
const source = new URL(`../node_modules/${FOLDER}/pretendardvariable-dynamic-subset.css`, import.meta.url);
const target = new URL('../src/styles/generated/', import.meta.url);

const catalogue = (locale) =>
  readFile(new URL(`../src/locales/${locale}/messages.json`, import.meta.url), 'utf8');

/** Whether a face's unicode-range holds one of the letters. */
function holds(face, letters) {
  const ranges = /unicode-range:([^;}]+)/.exec(face)?.[1] ?? '';
  return ranges.split(',').some((range) => {
    const [from, to] = range
      .trim()
      .replace(/^U\+/i, '')
      .split('-')
      .map((hex) => parseInt(hex, 16));
    for (let letter = from; letter <= (to ?? from); letter++) if (letters.has(letter)) return true;
    return false;
  });
}

export async function splitType() {
  const [css, ko, en] = await Promise.all([readFile(source, 'utf8'), catalogue('ko'), catalogue('en')]);
  const letters = new Set([...ko, ...en].map((letter) => letter.codePointAt(0)));
  const faces = css
    .match(/@font-face\s*\{[^}]*\}/g)
    .map((face) =>
      face.replaceAll('./woff2-dynamic-subset', `../../../node_modules/${FOLDER}/woff2-dynamic-subset`),
    );
  await mkdir(target, { recursive: true });
  const write = (name, chosen) => writeFile(new URL(name, target), chosen.join('\n'));
  await Promise.all([
    write(
      'type-words.css',
      faces.filter((face) => holds(face, letters)),
    ),
    write(
      'type-rest.css',
      faces.filter((face) => !holds(face, letters)),
    ),
  ]);
}
