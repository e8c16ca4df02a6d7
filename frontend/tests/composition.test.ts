import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../', import.meta.url).pathname;
const sources = ['src', '.storybook'].flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
);
const guarded = /^guardComposition\(\);$/m;

it('whatever shows fields to a person or a story keeps input methods safe before it begins', () => {
  const entries = sources.filter((file) =>
    /\bcreateRoot\(|\bconst preview: Preview\b/.test(readFileSync(root + file, 'utf8')),
  );
  expect(entries).toEqual(['src/app/main.tsx', '.storybook/preview.tsx']);
  for (const file of entries) {
    const text = readFileSync(root + file, 'utf8');
    expect(text, file).toMatch(guarded);
    expect(text.search(guarded), file).toBeLessThan(text.search(/^(createRoot|const preview)/m));
  }
});

it('fields live in the page that is guarded: in no frame and no shadow', () => {
  const withFields = sources.filter((file) => /<(input|textarea)\b/.test(readFileSync(root + file, 'utf8')));
  expect(withFields.length).toBeGreaterThan(10);
  // the code that others put into their pages is a text of ours, and no frame
  for (const file of sources)
    expect(readFileSync(root + file, 'utf8'), file).not.toMatch(
      /attachShadow|(?<![`^])<iframe|createElement\(['"]iframe|contentEditable/,
    );
});
