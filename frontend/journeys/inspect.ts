import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from 'playwright-core';

const OUTPUT = fileURLToPath(new URL('./output/', import.meta.url));
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { target: string[] }[];
}

/** Waits until nothing moves: half-shown words are pale. */
async function still(page: Page | Frame): Promise<void> {
  await page
    .evaluate(() =>
      Promise.all(
        document
          .getAnimations()
          .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
          .map((animation) => animation.finished.catch(() => null)),
      ).then(() => null),
    )
    .catch(() => null);
}

/** What axe finds wrong on the page, each with the first place. */
export async function violations(page: Page | Frame): Promise<string[]> {
  await still(page);
  await page.evaluate(axe);
  const found = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations)',
  )) as Violation[];
  return found.map(
    ({ id, nodes }) =>
      `${id} at ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  );
}

/** How many pixels the page is wider than its window. */
export const overflow = (page: Page | Frame): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(OUTPUT, { recursive: true });
  await page.screenshot({ path: `${OUTPUT}${name}.png` });
}

export type Look = { locale: 'ko' | 'en'; theme: 'light' | 'dark' };
export const LOOKS: Look[] = (['ko', 'en'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).map((theme) => ({ locale, theme })),
);

/** Shows the same address in another language and look, with every word and type in place. */
export async function wear(page: Page, { locale, theme }: Look): Promise<void> {
  await page.evaluate(
    ([language, look]) => {
      localStorage.setItem('madang.locale', language!);
      localStorage.setItem('madang.theme', look!);
    },
    [locale, theme],
  );
  await page.reload();
  await page.locator('main, [id=main]').first().waitFor();
  await page.waitForLoadState('networkidle');
  await still(page);
}

/** Looks at a page in both languages and looks, also on a phone: nothing that axe finds, nothing wider than the window. */
export async function looks(page: Page, name: string, settle: () => Promise<unknown>): Promise<void> {
  try {
    for (const look of LOOKS) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await wear(page, look);
      await settle();
      await picture(page, `${name}-${look.locale}-${look.theme}`);
      assert.deepEqual(await violations(page), [], `${name} ${look.locale} ${look.theme}`);
      await page.setViewportSize({ width: 360, height: 740 });
      await picture(page, `${name}-${look.locale}-${look.theme}-phone`);
      assert.equal(await overflow(page), 0, `${name} ${look.locale} ${look.theme} overflows`);
    }
  } finally {
    // the steps that follow speak Korean
    await page.setViewportSize({ width: 1280, height: 800 });
    await wear(page, { locale: 'ko', theme: 'light' });
  }
}
