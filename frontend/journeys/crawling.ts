import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { SITE } from './browser';
import { LOOKS, overflow, picture, violations, wear } from './inspect';
import { isReady } from './keeping';

const WORDS = '구내식당은 평일 11시 40분부터 13시까지 점심을 낸다.';
const PAGES: Record<string, [title: string, body: string]> = {
  '/': [
    '총무 안내',
    '<p>총무팀이 알리는 것을 모았다.</p><a href="/meals">식당</a> <a href="/closed">비공개</a>',
  ],
  '/meals': ['식당 안내', `<p>${WORDS}</p>`],
  '/closed': ['비공개', '<p>아직 알리지 않는다.</p>'],
};

/** A small website of the company on this machine; robots may not read one of its pages. */
export async function website(): Promise<{ address: string; asked: string[]; close: () => void }> {
  const asked: string[] = [];
  const server = createServer(({ url = '/' }, response) => {
    asked.push(url);
    const page = PAGES[url];
    if (url === '/robots.txt')
      response.setHeader('content-type', 'text/plain').end('User-agent: *\nDisallow: /closed\n');
    else if (page === undefined) response.writeHead(404).end();
    else
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(
          `<!doctype html><html lang="ko"><head><title>${page[0]}</title></head><body><h1>${page[0]}</h1>${page[1]}</body></html>`,
        );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, asked, close: () => server.close() };
}

/** Connects a website to the open collection and waits until its pages are there. */
export async function connects(page: Page, collection: string, name: string, address: string): Promise<void> {
  await page.getByRole('button', { name: `‘${collection}’ 메뉴` }).click();
  await page.getByRole('menuitem', { name: '연결한 곳' }).click();
  await page.waitForURL('**/sources');
  await page.getByRole('button', { name: '새로 연결' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('이름').fill(name);
  await dialog.getByLabel(/시작 주소/).fill(address);
  assert.deepEqual(await violations(page), []);
  await picture(page, 'source-new');
  await dialog.getByRole('button', { name: '연결', exact: true }).click();
  const card = page.getByRole('listitem').filter({ hasText: name });
  await card
    .locator('xpath=self::*[@data-state="waiting"]')
    .getByText('문서 2개')
    .waitFor({ timeout: 90_000 });
}

/** The open page of sources in both languages and looks, also on a phone. */
export async function sourcesLook(page: Page): Promise<void> {
  for (const look of LOOKS) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await wear(page, look);
    await page.locator('[data-state]').first().waitFor();
    assert.deepEqual(await violations(page), []);
    await picture(page, `sources-${look.locale}-${look.theme}`);
    await page.setViewportSize({ width: 360, height: 740 });
    await picture(page, `sources-${look.locale}-${look.theme}-phone`);
    assert.equal(await overflow(page), 0);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await wear(page, { locale: 'ko', theme: 'light' });
}

/** What the website says is found; its source takes its documents along when it goes. */
export async function foundAndGone(page: Page, name: string): Promise<void> {
  const sources = page.url();
  await page.goto(sources.replace(/\/sources$/, ''));
  await isReady(page, '식당 안내');
  await page.goto(`${SITE}/search?q=${encodeURIComponent('구내식당 점심은 몇 시부터')}`);
  await page.locator('ol > li').filter({ hasText: '11시 40분부터' }).first().waitFor();
  await page.goto(sources);
  await page.getByRole('button', { name: `‘${name}’ 메뉴` }).click();
  await page.getByRole('menuitem', { name: '삭제' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '삭제', exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: name }).waitFor({ state: 'detached' });
  await page.goto(sources.replace(/\/sources$/, ''));
  await page
    .getByRole('row')
    .filter({ hasText: '식당 안내' })
    .waitFor({ state: 'detached', timeout: 60_000 });
}
