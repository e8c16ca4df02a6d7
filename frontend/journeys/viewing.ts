import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { SITE } from './browser';
import { LOOKS, overflow, picture, violations, wear } from './inspect';

const flat = (text: string) => text.replace(/\s+/g, '');

/** From the open source panel to the document itself. */
async function openOriginal(page: Page): Promise<void> {
  await page.getByRole('link', { name: '원본 열기' }).click();
  await page.waitForURL('**/documents/**');
}

const drawn = (page: Page, number: number) => page.locator(`[data-drawn="${number}"]`).waitFor();

/** The original is drawn at the page of the quote, which is marked over the very words; keys turn its pages. */
export async function opensPdf(page: Page, number: number, words: string): Promise<void> {
  await openOriginal(page);
  await drawn(page, number);
  const marked = await page.locator('.pdf-words mark').allInnerTexts();
  assert.ok(flat(marked.join('')).includes(flat(words)), `marked: ${marked.join('|')}`);
  const inked = await page.locator('[data-drawn] canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i]! < 128 && data[i + 3]! > 0) dark++;
    return dark;
  });
  assert.ok(inked > 500, `the page is blank: ${inked} dark points`);
  await page.getByRole('region', { name: /원본/ }).focus();
  await page.keyboard.press('PageDown');
  await drawn(page, number + 1);
  assert.equal(await page.locator('.pdf-words mark').count(), 0);
  await page.keyboard.press('PageUp');
  await drawn(page, number);
  await page.keyboard.press('+');
  await page.getByText('125%').waitFor();
  await page.keyboard.press('-');
  await page.getByText('100%').waitFor();
}

/** A file that no browser draws is shown as it was read, the quote marked. */
export async function opensText(page: Page, words: string): Promise<void> {
  await openOriginal(page);
  const cited = page.locator('[data-cited]');
  await cited.locator('mark').first().waitFor();
  assert.ok(flat((await cited.locator('mark').allInnerTexts()).join('')).includes(flat(words)));
}

/** The open document in both languages and looks, also on a phone. */
export async function wearsAll(page: Page, name: string, settle: string): Promise<void> {
  for (const look of LOOKS) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await wear(page, look);
    await page.locator(settle).first().waitFor();
    await picture(page, `viewer-${name}-${look.locale}-${look.theme}`);
    assert.deepEqual(await violations(page), [], `${name} ${look.locale} ${look.theme}`);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.locator(settle).first().waitFor();
    await picture(page, `viewer-${name}-${look.locale}-${look.theme}-phone`);
    assert.equal(await overflow(page), 0, `${name} ${look.locale} ${look.theme} overflows`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await wear(page, { locale: 'ko', theme: 'light' });
}

/** Who may not see a document learns nothing of it. */
export async function isRefused(page: Page, address: string): Promise<void> {
  await page.goto(SITE + new URL(address).pathname);
  await page.getByText('볼 수 없는 문서예요').waitFor();
}
