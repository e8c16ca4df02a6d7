import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../src/', import.meta.url).pathname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.tsx'),
);
const text = (file: string) => readFileSync(root + file, 'utf8');
const nameOf = (file: string) => file.split('/').at(-1)!.replace('.tsx', '');
const shows = (file: string, name: string) =>
  new RegExp(`from '(\\.{1,2}|@)/([^']*/)?${name}'`).test(text(file));

const components = files.filter(
  (file) =>
    /^components\/(atoms|molecules|organisms|templates)\//.test(file) && !file.endsWith('.stories.tsx'),
);
const stories = files.filter((file) => file.endsWith('.stories.tsx'));

/** Parts of one other component, seen in its stories. */
const PARTS: Record<string, string> = {
  AnswerText: 'Answer',
  BranchSwitch: 'Question',
  ChartLegend: 'Chart',
  DocumentFacts: 'DocumentsTable',
  FormDocument: 'RunForm',
  FramedTable: 'EvaluationTable',
  Markdown: 'AnswerText',
  Plot: 'Chart',
  SourceList: 'Answer',
  UploadRow: 'UploadTray',
  WindowedList: 'UploadTray',
};

it('each component has a story, itself or as a part of one that has', () => {
  expect(components.length).toBeGreaterThan(50);
  expect(stories.length).toBeGreaterThan(20);
  const without = components
    .map(nameOf)
    .filter((name) => !(name in PARTS) && !stories.some((file) => shows(file, name)));
  expect(without).toEqual([]);
});

it('the list of parts is true', () => {
  for (const [part, whole] of Object.entries(PARTS)) {
    const file = components.find((each) => nameOf(each) === whole);
    expect(file, whole).toBeDefined();
    // by name, or when it is needed
    expect(text(file!), `${whole} shows ${part}`).toMatch(new RegExp(`['/]${part}'`));
    expect(
      stories.some((each) => shows(each, part)),
      `${part} has a story: it is no part any more`,
    ).toBe(false);
  }
});
