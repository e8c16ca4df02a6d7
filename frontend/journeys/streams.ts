import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { SITE } from './browser';
import type { wayToTheSite } from './cutting';
import { answered, ask } from './steps';

const choose = async (page: Page, model: RegExp) => {
  await page.goto(`${SITE}/`);
  await page.getByRole('button', { name: /^답할 모델/ }).click();
  await page.getByRole('menuitemradio', { name: model }).click();
};

/** The numbers that the slow model counted, in order. */
const counted = async (page: Page): Promise<number[]> =>
  [...(await page.getByRole('log').innerText()).matchAll(/(\d+)번째/g)].map(([, number]) => Number(number));

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

/** Stops an answer in the middle: what was written stays, also after a reload, and nothing more comes. */
export async function stops(page: Page, model: RegExp, look: () => Promise<void>): Promise<number> {
  await choose(page, model);
  await ask(page, '처음부터 끝까지 세어 주세요.');
  await page.getByText('4번째').waitFor();
  const stop = page.getByRole('button', { name: '답변 멈추기' });
  await stop.click();
  const wished = Date.now();
  await answered(page);
  const took = Date.now() - wished;
  await page.getByText('여기서 멈췄어요.').waitFor();
  await look();
  const kept = await counted(page);
  assert.deepEqual(kept, upTo(kept.length), 'what was written is whole');
  await page.reload();
  await page.getByText('여기서 멈췄어요.').waitFor();
  assert.deepEqual(await counted(page), kept);
  return took;
}

/** The connection breaks twice in the middle of an answer: it goes on where it was, whole and not doubled. */
export async function resumes(
  page: Page,
  way: Awaited<ReturnType<typeof wayToTheSite>>,
  model: RegExp,
  last: number,
  look: () => Promise<void>,
): Promise<void> {
  await choose(page, model);
  await ask(page, '다시 한번 끝까지 세어 주세요.');
  for (const [index, word] of ['4번째', '20번째'].entries()) {
    await page.getByText(word).waitFor();
    assert.equal(way.cut(), 1, 'one stream was open');
    await page.getByText('연결이 끊겨 다시 잇고 있어요').waitFor();
    if (!index) await look();
    way.mend();
    await page.getByText('연결이 끊겨 다시 잇고 있어요').waitFor({ state: 'detached' });
  }
  await answered(page);
  assert.ok(way.resumedAfter.length >= 2, `resumed after ${way.resumedAfter.join()}`);
  assert.deepEqual(await counted(page), upTo(last));
  await page.reload();
  await answered(page);
  assert.deepEqual(await counted(page), upTo(last));
}
