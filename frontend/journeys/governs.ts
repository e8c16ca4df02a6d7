// What administrators decide of routing and providers, and what they read of cost.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { SITE } from './browser';

const gone = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });
const tab = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Puts a model alone into a policy, as an administrator who wants exactly that one. */
export async function puts(page: Page, policy: string, model: string, look: () => Promise<void>) {
  await page.goto(`${SITE}/models`);
  await tab(page, '기준');
  await page.getByRole('button', { name: `${policy} 고치기` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: `${model} 빼기` }).waitFor();
  const others = dialog.getByRole('button', { name: / 빼기$/ });
  while ((await others.count()) > 1) {
    const first = (await others.first().getAttribute('aria-label')) === `${model} 빼기`;
    await others.nth(first ? 1 : 0).click();
  }
  await look();
  await dialog.getByRole('button', { name: '저장' }).click();
  await gone(page);
}

/** Makes a policy as it was shipped. */
export async function resets(page: Page, policy: string, look: () => Promise<void>) {
  await page.goto(`${SITE}/models`);
  await tab(page, '기준');
  await page.getByRole('button', { name: `${policy} 고치기` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '처음 값으로' }).click();
  await dialog.getByText(/처음 순서와 나중에 더한 모델로/).waitFor();
  await look();
  await dialog.getByRole('button', { name: '처음 값으로' }).click();
  await gone(page);
}

/** Adds a provider of a vendor, which is at the vendor's own address; its name is whatever anybody writes. */
export async function addsVendor(page: Page, kind: string, id: string, name: string) {
  await page.goto(`${SITE}/models`);
  await tab(page, '제공자와 키');
  await page.getByRole('button', { name: '제공자 더하기' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('종류').selectOption({ label: kind });
  await dialog.getByLabel('식별자').fill(id);
  await dialog.getByLabel('이름', { exact: true }).fill(name);
  return dialog;
}

/** The company's figures: tiles, the chart and its table, who and what, the forecast, and the file. */
export async function readsTheCost(page: Page, model: string, look: (name: string) => Promise<void>) {
  await page.goto(`${SITE}/usage/company`);
  await page.getByRole('definition').filter({ hasText: '₩' }).first().waitFor();
  await page.locator('canvas').waitFor();
  await page.getByText(/이대로면 이번 달 말에 ₩.+ 지금까지 ₩/).waitFor();
  await page.getByRole('row', { name: /김하늘/ }).waitFor();
  await look('usage-company');
  await page.getByRole('button', { name: '표로 보기' }).click();
  await page.getByRole('table').first().getByText(/₩/).first().waitFor();
  await look('usage-chart-as-table');
  await page.getByRole('button', { name: '모델', exact: true }).click();
  await page.getByRole('row', { name: new RegExp(model) }).waitFor();
  await page.getByRole('heading', { name: '평소와 다른 날' }).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV 내려받기' }).click(),
  ]);
  assert.match(file.suggestedFilename(), /^usage-model-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  assert.ok(text.startsWith('\ufeff'), 'a spreadsheet would not read Korean');
  const [heading, ...lines] = text.slice(1).trimEnd().split('\r\n');
  assert.equal(heading?.split(',').length, 10);
  assert.ok(lines.length > 0);
  for (const line of lines) {
    assert.equal(line.split(',').length, 10, line);
    assert.ok(!line.split(',').some((cell) => /^[=+@-]/.test(cell)), line);
  }
}
