import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { SITE } from './browser';

interface NamedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export async function makeCollection(page: Page, name: string): Promise<void> {
  await page.goto(`${SITE}/library`);
  await page.getByRole('button', { name: '새 모음' }).first().click();
  await page.getByLabel('모음 이름').fill(name);
  await page.getByRole('button', { name: '만들기', exact: true }).last().click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

export async function upload(page: Page, files: NamedFile[]): Promise<void> {
  await page.locator('input[type=file][multiple]:not([webkitdirectory])').setInputFiles(files);
  for (const { name } of files) await page.getByRole('cell', { name }).first().waitFor();
}

/** Waits for the table to say so by itself: no reload, the states are live. */
export async function ready(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('td.align-top > [data-status=READY]').length === wanted,
    count,
    { timeout: 180_000 },
  );
}

/** Asks in the open conversation, or in a new one, over one collection when it is named. */
export async function ask(page: Page, question: string, collection?: string): Promise<void> {
  if (!/\/c\//.test(page.url())) await page.goto(`${SITE}/`);
  if (collection) {
    await page.getByRole('button', { name: /^질문할 문서/ }).click();
    await page.getByRole('checkbox', { name: collection }).click();
    await page.keyboard.press('Escape');
  }
  await page.getByRole('textbox', { name: '질문', exact: true }).fill(question);
  await page.keyboard.press('Enter');
  await page.getByRole('log').getByText(question).first().waitFor();
}

/** Waits until the answer on its way has ended. */
export async function answered(page: Page | Frame): Promise<void> {
  await page.locator('[role=log][aria-busy=false]').waitFor({ timeout: 60_000 });
  await page
    .getByRole('button', { name: /다시 답변|Answer again/ })
    .last()
    .waitFor({ timeout: 60_000 });
}

/** Opens the last answer's first citation and reads what the panel shows. */
export async function openCitation(
  page: Page | Frame,
): Promise<{ words: string; place: string; quote: string }> {
  await page.locator('[data-citation="1"]').last().click();
  const panel = page.getByRole('complementary', { name: /출처|Source/ });
  const passage = panel.locator('[data-passage]');
  await passage.waitFor();
  return {
    words: await passage.innerText(),
    place: await panel.locator('header').innerText(),
    quote: await panel
      .locator('mark')
      .first()
      .innerText({ timeout: 2_000 })
      .catch(() => ''),
  };
}

/** Rates the last answer down with a comment, then up, then takes it back; each is still there after a reload. */
export async function rates(page: Page, look: () => Promise<void>): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name, exact: true }).last();
  const pressed = (name: string) => page.locator(`button[aria-pressed=true][aria-label="${name}"]`).waitFor();
  // The latest branch is what a reload shows.
  await page.reload();
  await answered(page);
  await button('도움이 안 됐어요').click();
  await page.getByRole('textbox', { name: '무엇이 아쉬웠나요?' }).fill('개정 전 규정이에요.');
  await look();
  await button('의견 보내기').click();
  await pressed('도움이 안 됐어요');
  await page.waitForLoadState('networkidle');
  await page.reload();
  await pressed('도움이 안 됐어요');
  await button('의견 고치기').click();
  await page.getByText('개정 전 규정이에요.').waitFor();
  await button('도움이 됐어요').click();
  await pressed('도움이 됐어요');
  await button('건너뛰기').click();
  await button('도움이 됐어요').click();
  await page.locator('button[aria-pressed=true]').waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement!;
    const panel = at.closest('aside, nav')?.getAttribute('aria-label') ?? '';
    return { panel, what: at.getAttribute('data-citation') ?? at.getAttribute('aria-label') ?? at.tagName };
  });

/** On a phone a source and the history cover the page: the focus stays in them and returns to where it was. */
export async function coversAPhone(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  const staysIn = async (panel: RegExp) => {
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('Tab');
      const at = await focused(page);
      // between the last and the first stands the browser itself
      assert.ok(at.what === 'BODY' || panel.test(at.panel), `${at.what} in ${at.panel}`);
    }
  };
  await page.locator('[data-citation="1"]').last().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: /출처/ }).locator('[data-passage]').waitFor();
  await staysIn(/출처/);
  await page.getByRole('complementary').press('Escape');
  await page.getByRole('complementary').waitFor({ state: 'detached' });
  assert.equal((await focused(page)).what, '1');
  await page.getByRole('button', { name: '지난 대화' }).click();
  await page.getByRole('searchbox', { name: '대화 찾기' }).waitFor();
  await staysIn(/지난 대화/);
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: '대화 찾기' }).waitFor({ state: 'hidden' });
  assert.equal((await focused(page)).what, '지난 대화');
  await page.setViewportSize({ width: 1280, height: 800 });
}
