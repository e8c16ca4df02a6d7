import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { listen, open, signIn, SITE } from './browser';
import { overflow, picture, violations } from './inspect';
import { answered, openCitation } from './steps';

interface Portals {
  /** Named to the platform, and of the site where people are signed in. */
  near: string;
  /** Named as well, but of another site. */
  far: string;
  /** Of whom the platform knows nothing. */
  unnamed: string;
  close: () => void;
}

const html = (code: string) => `<!doctype html><html lang="ko"><title>포털</title>
<script>addEventListener('message', () => (document.title = 'told'));</script><h1>포털</h1>${code}</html>`;

/** Pages of somebody else that hold this code, and say when anybody tells them something. */
async function portals(code: () => string): Promise<Portals> {
  const { embedOrigins } = (await (await fetch(`${SITE}/config.json`)).json()) as { embedOrigins: string[] };
  const near = embedOrigins.find((origin) => /^http:\/\/127\.0\.0\.1:\d+$/.test(origin));
  const far = near?.replace('127.0.0.1', 'localhost');
  assert.ok(
    near && far && embedOrigins.includes(far),
    'start the stack with EMBED_ORIGINS=http://127.0.0.1:7777,http://localhost:7777',
  );
  const servers = [Number(new URL(near).port), 0].map((port) =>
    createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(html(code()));
    }).listen(port, '127.0.0.1'),
  );
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const { port } = servers[1]!.address() as AddressInfo;
  return {
    near,
    far,
    unnamed: `http://127.0.0.1:${port}`,
    close: () => {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

async function frameOf(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  assert.ok(frame);
  return frame;
}

/** Whether the browser shows the code's page there, or a page of its own instead. */
async function isShown(context: BrowserContext, portal: string): Promise<boolean> {
  // what is refused is told in the console, and is no complaint
  const page = await context.newPage();
  const refused = page
    .waitForEvent('console', {
      predicate: (line) => line.text().includes('frame-ancestors'),
      timeout: 10_000,
    })
    .then(() => false);
  await page.goto(portal);
  const shown = (await frameOf(page))
    .locator('main')
    .waitFor({ timeout: 10_000 })
    .then(() => true);
  try {
    return await Promise.any([refused, shown]);
  } finally {
    await page.close();
    await Promise.allSettled([refused, shown]);
  }
}

/** A tool in the company's portal: with the reader's own account, asked and cited there, and nowhere that is not named. */
export async function embeds(
  browser: Browser,
  toolId: string,
  tool: string,
  question: string,
): Promise<void> {
  const own = await open(browser);
  await signIn(own, 'employee');
  await own.goto(`${SITE}/store/${toolId}`);
  const copied = await own.getByText(/^<iframe /).innerText();
  let code = copied;
  const { near, unnamed, close } = await portals(() => code);
  const context = own.context();
  const page = listen(await context.newPage());
  await page.goto(near);
  const frame = await frameOf(page);
  await frame.getByRole('heading', { level: 1, name: tool }).waitFor();
  await frame.getByRole('button', { name: question, exact: true }).click();
  await picture(page, 'embed-begin');
  assert.deepEqual(await violations(frame), []);
  await frame.getByRole('textbox', { name: '질문', exact: true }).press('Enter');
  await answered(frame);
  assert.match(frame.url(), new RegExp(`/embed/${toolId}/[0-9a-f-]{36}$`));
  const { words } = await openCitation(frame);
  assert.match(words.replace(/\s+/g, ' '), /연차유급휴가는 발생일부터 1년 동안 사용할 수 있다/);
  await picture(page, 'embed-cited');
  assert.deepEqual(await violations(frame), []);
  // the original opens beside the portal, never in it
  const [original] = await Promise.all([
    context.waitForEvent('page'),
    frame.getByRole('complementary').getByRole('link').click(),
  ]);
  await original.waitForURL(`${SITE}/documents/**`);
  await original.close();
  assert.match(frame.url(), /\/embed\//);
  await frame.getByRole('complementary').getByRole('button', { name: '닫기' }).click();
  await page.setViewportSize({ width: 360, height: 740 });
  assert.equal(await overflow(frame), 0, 'it overflows a phone');
  await picture(page, 'embed-phone');
  assert.match(
    (await frame.getByRole('link', { name: '마당에서 열기' }).getAttribute('href')) ?? '',
    /^\/c\/[0-9a-f-]{36}$/,
  );
  assert.equal(await page.title(), '포털', 'the portal was told something');

  assert.equal(await isShown(context, near), true);
  assert.equal(await isShown(context, unnamed), false, 'a page that nobody named shows it');
  code = copied.replace(`/embed/${toolId}`, `/store/${toolId}`);
  assert.equal(await isShown(context, near), false, 'another page of the site is shown');
  close();
  await context.close();
}

/** In a page of another site nobody is signed in: the tool opens in a window of its own. */
export async function embedsAbroad(browser: Browser, toolId: string): Promise<void> {
  const own = await open(browser, { locale: 'en-US', viewport: { width: 360, height: 740 } });
  await signIn(own, 'employee');
  const { far, close } = await portals(
    () => `<iframe src="${SITE}/embed/${toolId}" title="Tool" width="100%" height="600"></iframe>`,
  );
  const context = own.context();
  const page = listen(await context.newPage());
  await page.goto(far);
  const frame = await frameOf(page);
  await frame.getByRole('heading', { name: 'This tool works with your Madang account' }).waitFor();
  await picture(page, 'embed-abroad');
  assert.deepEqual(await violations(frame), []);
  assert.equal(await overflow(frame), 0);
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    frame.getByRole('button', { name: 'Open in Madang' }).click(),
  ]);
  await opened.waitForURL(`${SITE}/?tool=${toolId}`);
  close();
  await context.close();
}
