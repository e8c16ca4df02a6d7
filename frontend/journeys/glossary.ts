import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { SITE } from './browser';
import { picture, violations } from './inspect';

/** Tells the platform which words mean the same. */
export async function defines(page: Page, term: string, synonyms: string): Promise<void> {
  await page.goto(`${SITE}/glossary`);
  await page.getByRole('button', { name: '용어 더하기' }).click();
  await page.getByLabel('용어나 약어').fill(term);
  await page.getByLabel(/같은 뜻의 말/).fill(synonyms);
  await page.getByRole('button', { name: '저장' }).click();
  await page.getByRole('list', { name: '용어집' }).getByText(term, { exact: true }).waitFor();
  await picture(page, 'glossary');
  assert.deepEqual(await violations(page), []);
}

/** Takes a term back. */
export async function forgets(page: Page, term: string): Promise<void> {
  await page.getByRole('button', { name: `‘${term}’ 지우기` }).click();
  await page.getByRole('button', { name: '삭제', exact: true }).click();
  await page.getByRole('button', { name: `‘${term}’ 지우기` }).waitFor({ state: 'detached' });
}
