import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { englishDocx } from './fixtures';
import { LOOKS, overflow, picture, violations, wear } from './inspect';
import { isReady } from './keeping';

const MB = 1024 * 1024;
const SMALL = '회의실.txt';
const LARGE = 'Facilities handbook.docx';

const tray = (page: Page) => page.getByRole('region', { name: '올리는 파일' });
const notice = (page: Page) => page.getByRole('status').filter({ hasText: '다 올리지 못했어요' });

/** Counts the bytes of files that go to storage in parts. */
function counted(page: Page): () => number {
  let bytes = 0;
  page.on('request', (request) => {
    const part = /^bytes (\d+)-(\d+)\//.exec(request.headers()['content-range'] ?? '');
    if (part) bytes += Number(part[2]) - Number(part[1]) + 1;
  });
  return () => bytes;
}

async function choose(page: Page, files: string[]): Promise<void> {
  await page.locator('input[type=file][multiple]:not([webkitdirectory])').setInputFiles(files);
}

/** The page is loaded anew in the middle of a large file; the same files chosen again go on where they stood. */
export async function resumes(page: Page): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'madang-journey-'));
  const devtools = await page.context().newCDPSession(page);
  const slow = (bytes: number) =>
    devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: bytes,
    });
  try {
    const bytes = englishDocx(24 * MB);
    const files = [join(home, SMALL), join(home, LARGE)];
    await writeFile(files[0]!, '회의실은 한 번에 두 시간까지 빌린다.');
    await writeFile(files[1]!, bytes);
    await devtools.send('Network.enable');
    await slow(MB);
    await choose(page, files);
    await isReady(page, SMALL);
    // the first of its parts is there, the second on its way
    await tray(page)
      .getByText(/^[4-6]\d %$/)
      .waitFor();
    const sent = counted(page);
    page.once('dialog', (question) => void question.accept());
    await page.reload();
    await notice(page).getByRole('list', { name: '다시 고를 파일' }).getByText(LARGE).waitFor();
    assert.equal(await notice(page).getByText(SMALL).count(), 0, 'what arrived is asked for again');
    for (const look of LOOKS) {
      await wear(page, look);
      await picture(page, `upload-interrupted-${look.locale}-${look.theme}`);
      assert.deepEqual(await violations(page), []);
      await page.setViewportSize({ width: 360, height: 740 });
      assert.equal(await overflow(page), 0);
      await page.setViewportSize({ width: 1280, height: 800 });
    }
    await wear(page, LOOKS[0]!);
    await slow(-1);
    await choose(page, files);
    await tray(page).getByText('이미 올라와 있어서 다시 보내지 않았어요').waitFor();
    await isReady(page, LARGE);
    console.log(
      `      ${(sent() / MB).toFixed(1)} of ${(bytes.length / MB).toFixed(1)} MB sent after the reload`,
    );
    assert.ok(sent() > 0 && sent() <= 17 * MB, `sent anew: ${sent()} of ${bytes.length}`);
    await picture(page, 'upload-resumed');
    await notice(page).waitFor({ state: 'detached' });
    const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => /uploads/.test(key)));
    assert.deepEqual(kept, [], 'what was needed to go on outlives its use');
    await page.getByRole('button', { name: '목록 닫기' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: `‘${LARGE}’ 메뉴` }).click();
    await page.getByRole('menuitem', { name: '내려받기' }).click();
    assert.ok((await readFile(await (await coming).path())).equals(bytes), 'other bytes arrived');
  } finally {
    await slow(-1);
    await rm(home, { recursive: true, force: true });
  }
}
