import type { Page } from 'playwright-core';
import { SITE } from './browser';

const gone = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });
const tab = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Adds a provider with its key. */
export async function addsProvider(page: Page, id: string, name: string, url: string, key: string) {
  await page.goto(`${SITE}/models`);
  await tab(page, '제공자와 키');
  await page.getByRole('button', { name: '제공자 더하기' }).click();
  await page.getByLabel('식별자').fill(id);
  await page.getByLabel('이름', { exact: true }).fill(name);
  await page.getByLabel('주소').fill(url);
  await page.getByRole('button', { name: '저장' }).click();
  await gone(page);
  await page.getByRole('button', { name: `${name} 키`, exact: true }).click();
  await page.getByLabel('키', { exact: true }).fill(key);
  await page.getByRole('button', { name: '키 넣기' }).click();
  // that there is one is all that is ever shown of it
  await page.getByRole('listitem').filter({ hasText: name }).getByText('키 있음').waitFor();
  await page.getByText(key.slice(-4)).waitFor({ state: 'detached' });
}

/** Adds a model of a provider that answers for a price. */
export async function addsModel(
  page: Page,
  {
    id,
    name,
    provider,
    vendorName,
    images,
  }: Record<'id' | 'name' | 'provider' | 'vendorName', string> & { images: boolean },
) {
  await tab(page, '모델');
  await page.getByRole('button', { name: '모델 더하기' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('제공자', { exact: true }).selectOption({ label: provider });
  await dialog.getByLabel('식별자').fill(id);
  await dialog.getByLabel('이름', { exact: true }).fill(name);
  await dialog.getByLabel('제공자가 부르는 이름').fill(vendorName);
  if (images) await dialog.getByLabel('그림을 읽어요').check();
  await dialog.getByLabel('읽기', { exact: true }).fill('1000');
  await dialog.getByLabel('쓰기', { exact: true }).fill('4000');
  await dialog.getByLabel('통화').fill('KRW');
  await dialog.getByRole('button', { name: '저장' }).click();
  await gone(page);
  await page.getByRole('button', { name: `${name} 고치기` }).waitFor();
}

/** Asks for the removal of what is open in a dialog, reads what it does, and does it. */
export async function confirms(page: Page, effect: RegExp, verb: string, look: () => Promise<void>) {
  const dialog = page.getByRole('dialog');
  await dialog.getByText(effect).waitFor();
  await look();
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await gone(page);
}

/** Nobody may spend anything more in this month. */
export async function closesTheBudget(page: Page) {
  await page.goto(`${SITE}/usage/budgets`);
  await page.getByRole('button', { name: '예산 더하기' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^금액/).fill('0');
  await dialog.getByRole('button', { name: '저장' }).click();
  await gone(page);
}

export async function opensTheBudget(page: Page) {
  await page.goto(`${SITE}/usage/budgets`);
  await page
    .getByRole('button', { name: /예산 지우기$/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: '삭제' }).click();
  await gone(page);
}
