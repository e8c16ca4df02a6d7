import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const SITE = (process.env['MADANG_URL'] ?? 'http://127.0.0.1:8080').replace(/\/$/, '');

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ARGS });

/** What the browser's console and policy complained about; a journey ends with none. */
export const complaints: string[] = [];

/** A fresh browser for one person. */
export async function open(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: 'ko-KR',
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  return listen(await context.newPage());
}

/** From now on what goes wrong on a page is a complaint. */
export function listen(page: Page): Page {
  page.setDefaultTimeout(30_000);
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      complaints.push(message.text());
  });
  return page;
}

/** Welcome, identity provider, and back; ends when a question can be typed. */
export async function signIn(page: Page, person: string): Promise<void> {
  await page.goto(`${SITE}/`);
  await page.getByRole('button', { name: /로그인|Sign in/ }).click();
  await page.locator(`button[name=person][value=${person}]`).click();
  await page.getByRole('textbox', { name: /질문|Question/ }).waitFor();
}

/** Counts what the site's scripts and styles weigh on the wire, from the browser's own log; the sign-in page is not the site's. */
export async function weigh(page: Page): Promise<() => { scripts: number; styles: number }> {
  const devtools = await page.context().newCDPSession(page);
  const kinds = new Map<string, string>();
  const bytes = { Script: 0, Stylesheet: 0 } as Record<string, number>;
  await devtools.send('Network.enable');
  devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (response.url.startsWith(SITE)) kinds.set(requestId, type);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? '';
    if (kind in bytes) bytes[kind]! += encodedDataLength;
  });
  return () => ({ scripts: bytes['Script']!, styles: bytes['Stylesheet']! });
}
