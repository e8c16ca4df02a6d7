import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { SITE } from './browser';
import { picture, violations } from './inspect';

/** From the palette to a passage, narrowed by a filter, and into why it came up. */
export async function searches(page: Page, collection: string): Promise<void> {
  await page.goto(`${SITE}/`);
  await page.getByRole('textbox', { name: '질문' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('연차유급휴가는 언제까지');
  await page.getByRole('option', { name: /문서에서/ }).click();
  await page.waitForURL('**/search?**');
  const first = page.locator('ol > li').first();
  await first.locator('mark').first().waitFor();
  assert.match((await first.innerText()).replace(/\s+/g, ' '), /연차유급휴가/);
  await page.getByRole('button', { name: /질문할 문서/ }).click();
  await page.getByRole('checkbox', { name: collection }).click();
  await page.keyboard.press('Escape');
  await page.getByLabel('파일 종류').selectOption('doc,docx');
  await page.waitForURL(/format=/);
  await page.locator('ol > li').filter({ hasText: '.pdf' }).first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '조건 지우기' }).click();
  await first.getByRole('button').first().click();
  await page.locator('aside mark').first().waitFor();
  await picture(page, 'search-passage');
  assert.deepEqual(await violations(page), []);
  await page.getByRole('switch', { name: '왜 이 순서인지 보기' }).click();
  await page.getByText(/BM25/).first().waitFor();
  await page.getByLabel('모음 고르기').selectOption({ label: collection });
  await page.getByLabel('문서 고르기').selectOption({ index: 1 });
  await page.getByText(/찾은 결과 안에 있어요|다른 문서가 더 가까워요|낱말이 하나도 없고/).waitFor();
  await picture(page, 'search-inspector');
  assert.deepEqual(await violations(page), []);
}
