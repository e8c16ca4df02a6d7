// ready.ts: how soon the page is ready on a slow line and a slow machine, signed out and signed in, with an empty cache.
//   MADANG_URL=http://127.0.0.1:8080 npm run ready [-- RUNS]
// Prints the median of the largest paint and of the moment when the button or the composer can be used; exits 1 over 2 s.
import type { Browser, BrowserContext } from 'playwright-core';
import { launch, open, signIn, SITE } from './browser';

const LIMIT_MS = 2_000;
const RUNS = Number(process.argv[2] ?? 5);

/** The first is what Lighthouse takes for a phone. */
const LINES = [
  { name: '1.6 Mbit/s, 150 ms, CPU / 4', bits: 1_600_000, upBits: 750_000, latency: 150, slower: 4 },
  { name: '10 Mbit/s, 40 ms', bits: 10_000_000, upBits: 5_000_000, latency: 40, slower: 1 },
];

interface Measured {
  paint: number;
  usable: number;
}

/** Runs in the page from its first moment: the largest paint, and the first frame with a usable control. */
const watch = (control: string) => `
  window.measured = { paint: 0, usable: 0 };
  new PerformanceObserver((list) => { measured.paint = list.getEntries().at(-1).startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  const look = () => {
    const found = document.querySelector(${JSON.stringify(control)});
    if (found && !found.disabled && found.offsetHeight) setTimeout(() => { measured.usable = performance.now(); });
    else requestAnimationFrame(look);
  };
  look();`;

async function measure(
  context: BrowserContext,
  line: (typeof LINES)[number],
  control: string,
): Promise<Measured> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: line.latency,
    downloadThroughput: line.bits / 8,
    uploadThroughput: line.upBits / 8,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: line.slower });
  await page.addInitScript(watch(control));
  await page.goto(`${SITE}/`, { waitUntil: 'commit' });
  await page.waitForFunction(() => (window as unknown as { measured: Measured }).measured.usable > 0);
  // Type and lists come after; the largest paint may still grow.
  await page.waitForTimeout(3_000);
  const measured = (await page.evaluate('measured')) as Measured;
  await page.close();
  return measured;
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

async function report(browser: Browser, who: string, control: string, kept?: string): Promise<boolean> {
  let fits = true;
  for (const line of LINES) {
    const runs: Measured[] = [];
    for (let run = 0; run < RUNS; run++) {
      const context = await browser.newContext({
        locale: 'ko-KR',
        viewport: { width: 412, height: 823 },
        isMobile: true,
        hasTouch: true,
      });
      if (kept)
        await context.addInitScript(`sessionStorage.setItem('madang.session', ${JSON.stringify(kept)})`);
      runs.push(await measure(context, line, control));
      await context.close();
    }
    const paint = median(runs.map((run) => run.paint));
    const usable = median(runs.map((run) => run.usable));
    fits &&= Math.max(paint, usable) <= LIMIT_MS;
    console.log(
      `${who.padEnd(10)} ${line.name.padEnd(28)} largest paint ${(paint / 1000).toFixed(2)} s, usable ${(usable / 1000).toFixed(2)} s`,
    );
  }
  return fits;
}

const browser = await launch();
const visitor = await open(browser);
await signIn(visitor, 'employee');
const kept = await visitor.evaluate(() => sessionStorage.getItem('madang.session') ?? '');
await visitor.context().close();
const outFits = await report(browser, 'signed out', 'main button.bg-accent');
const inFits = await report(browser, 'signed in', 'textarea', kept);
await browser.close();
process.exit(outFits && inFits ? 0 : 1);
