import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { SITE } from './browser';
import { violations } from './inspect';

const call = (key: string) =>
  fetch(`${SITE}/openai/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'steady', messages: [{ role: 'user', content: '안녕하세요' }] }),
  });

/** Makes a key from the account menu, asks with it as a client would, and revokes it. */
export async function keeps(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  const name = `회의록 ${Date.now() % 100_000}`;
  await page.getByRole('button', { name: /^설정/ }).click();
  await page.getByRole('menuitem', { name: 'API 키' }).click();
  await page.getByRole('button', { name: '새 키' }).click();
  await page.getByLabel('어디에 쓰는 키인가요?').fill(name);
  await page.getByLabel('얼마 동안 쓸까요?').selectOption('7');
  await look('key-new');
  await page.getByRole('button', { name: '키 만들기' }).click();
  const dialog = page.getByRole('dialog', { name: new RegExp(name) });
  const key = await dialog.getByLabel('키', { exact: true }).innerText();
  await look('key-shown');
  assert.deepEqual(await violations(page), []);
  assert.ok((await dialog.locator('pre').innerText()).includes(`${SITE}/openai/v1`));
  const answer = await call(key);
  assert.equal(answer.status, 200, await answer.text());
  await dialog.getByRole('button', { name: '옮겨 뒀어요' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(`····${key.slice(-4)}`, { exact: true }).waitFor();
  assert.ok(!(await page.content()).includes(key), 'the key is still on the page');
  await page.getByRole('button', { name: `‘${name}’ 키 없애기` }).click();
  await page.getByText(/1분 안에/).waitFor();
  await look('key-revoke');
  await page.getByRole('button', { name: '없애기', exact: true }).click();
  await page.getByText(`····${key.slice(-4)}`, { exact: true }).waitFor({ state: 'detached' });
}
