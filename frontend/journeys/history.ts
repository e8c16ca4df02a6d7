import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { SITE } from './browser';
import { inputMethod } from './inputMethod';
import { picture, violations } from './inspect';
import { answered, ask } from './steps';

const list = (page: Page) => page.getByRole('navigation', { name: '지난 대화' });
const act = async (page: Page, title: string, verb: string) => {
  await list(page).getByRole('link', { name: title }).hover();
  await page.getByRole('button', { name: `‘${title}’ 메뉴` }).click();
  await page.getByRole('menuitem', { name: verb }).click();
};

/** Finds an earlier conversation by a word in it, gives it another name and deletes it for good. */
export async function keepsConversations(page: Page): Promise<void> {
  const mark = Date.now().toString(36);
  const question = `주차권${mark} 신청은 어떻게 하나요?`;
  await page.goto(`${SITE}/`);
  await ask(page, question);
  await answered(page);
  const address = page.url();
  await page.goto(`${SITE}/`);
  const search = page.getByRole('searchbox', { name: '대화 찾기' });
  const found = list(page).getByRole('link');
  // the whole list first, then a moment with nothing, then what was found
  await found.nth(1).waitFor();
  await search.fill(`주차권${mark}`);
  await found.nth(1).waitFor({ state: 'detached' });
  await found.first().waitFor();
  assert.equal(await found.count(), 1);
  const title = await found.innerText();
  await picture(page, 'history-found');
  await search.fill('이런 낱말은 어디에도 없을걸요');
  await page.getByText('찾는 대화가 없어요.').waitFor();
  await search.fill('');
  await act(page, title, '이름 바꾸기');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(`${mark} `);
  // the Enter that ends the last syllable saves, once and whole
  const changes: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') changes.push(request.postData() ?? '');
  });
  const typing = await inputMethod(page);
  await typing.compose('주', '주ㅊ', '주차');
  await typing.enter('주차');
  await dialog.waitFor({ state: 'detached' });
  const renamed = `${mark} 주차`;
  await list(page).getByRole('link', { name: renamed }).click();
  await page.getByRole('heading', { level: 1, name: renamed }).waitFor();
  assert.equal(page.url(), address);
  assert.equal(changes.length, 1, changes.join());
  await page.reload();
  await act(page, renamed, '삭제');
  await dialog.getByText('되돌릴 수 없어요', { exact: false }).waitFor();
  await picture(page, 'history-delete');
  assert.deepEqual(await violations(page), []);
  await dialog.getByRole('button', { name: '삭제', exact: true }).click();
  await page.waitForURL(`${SITE}/`);
  await list(page).getByRole('link', { name: renamed }).waitFor({ state: 'detached' });
  await page.goto(address);
  await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
}
