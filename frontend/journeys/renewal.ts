import assert from 'node:assert/strict';
import type { Page, Route } from 'playwright-core';
import { answered } from './steps';

const question = (page: Page) => page.getByRole('textbox', { name: '질문', exact: true });
const forge = (route: Route) =>
  route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer forged' } });

/** The gateway refuses one call; the person notices nothing. */
export async function refusedOnce(page: Page): Promise<void> {
  let forged = false;
  await page.route('**/v1/**', (route) => {
    if (forged || route.request().method() !== 'POST') return route.continue();
    forged = true;
    return forge(route);
  });
  const renewed = page.waitForRequest(
    (request) =>
      request.url().endsWith('/oauth2/token') && !!request.postData()?.includes('grant_type=refresh_token'),
  );
  const before = await page.getByRole('button', { name: '다시 답변' }).count();
  await question(page).fill('병가는 며칠까지 쓸 수 있나요?');
  await page.keyboard.press('Enter');
  await renewed;
  await page.getByRole('button', { name: '다시 답변' }).nth(before).waitFor();
  await answered(page);
  assert.equal(await page.getByRole('button', { name: '다시 로그인' }).count(), 0);
  await page.unroute('**/v1/**');
}

/** Neither the token nor its renewal is taken any more: a bar asks to sign in, and what was written stays. */
export async function accessEnds(page: Page, look: () => Promise<void>): Promise<void> {
  const text = '아직 보내지 않은 긴 질문이에요';
  const address = page.url();
  await page.route('**/v1/**', forge);
  await page.route('**/oauth2/token', (route) =>
    route.continue({
      postData: (route.request().postData() ?? '').replace(/refresh_token=[^&]+/, 'refresh_token=old'),
    }),
  );
  await question(page).fill(text);
  await page.keyboard.press('Enter');
  const again = page.getByRole('button', { name: '다시 로그인' });
  await again.waitFor();
  assert.equal(await question(page).inputValue(), text);
  await look();
  await page.unroute('**/v1/**');
  await page.unroute('**/oauth2/token');
  await again.click();
  await page.waitForURL(address);
  await answered(page);
  assert.equal(await question(page).inputValue(), text);
  await page.keyboard.press('Enter');
  await page.getByRole('log').getByText(text).waitFor();
  await answered(page);
}
