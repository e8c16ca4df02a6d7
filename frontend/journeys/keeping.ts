import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { SITE } from './browser';
import { LOOKS, overflow, picture, violations, wear } from './inspect';
import { upload } from './steps';

const VISITORS = '방문객은 안내 데스크에서 초록색 출입증을 받는다.';
const PARKING = '방문 차량은 지하 2층에 세우고 세 시간까지 무료다.';
const LOCKERS = '보관함은 한 달마다 비밀번호를 바꾼다.';

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

export const isReady = (page: Page, name: string) =>
  row(page, name).first().locator('[data-status=READY]:visible').waitFor({ timeout: 90_000 });

async function act(page: Page, name: string, what: string): Promise<void> {
  await page.getByRole('button', { name: `‘${name}’ 메뉴` }).click();
  await page.getByRole('menuitem', { name: what }).click();
}

/** A folder in the open collection. */
export async function makesFolder(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '폴더 더하기' }).click();
  await page.getByRole('menuitem', { name: '새 폴더' }).click();
  await page.getByLabel('폴더 이름').fill(name);
  await page.getByRole('button', { name: '만들기', exact: true }).last().click();
  await page.getByRole('list', { name: '폴더' }).getByText(name).waitFor();
}

/** A whole folder goes up with the folders in it; one file says that it is another's copy, and is left out. */
export async function uploadsFolder(page: Page, folder: string): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'madang-journey-'));
  try {
    const files = join(home, folder);
    await mkdir(join(files, '시설'), { recursive: true });
    await writeFile(join(files, '방문.txt'), VISITORS);
    await writeFile(join(files, '방문 사본.txt'), VISITORS);
    await writeFile(join(files, '시설', '주차.txt'), PARKING);
    await writeFile(join(files, '.DS_Store'), 'litter');
    await page.locator('input[type=file][webkitdirectory]').setInputFiles(files);
    const tray = page.getByRole('region', { name: '올리는 파일' });
    await tray.getByText(/내용이 같아요/).waitFor();
    assert.deepEqual(await violations(page), []);
    await picture(page, 'uploading-folder');
    await tray.getByRole('button', { name: '건너뛰기' }).click();
    await tray.waitFor({ state: 'detached' });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
  await page.getByRole('list', { name: '폴더' }).getByText(folder).click();
  await page.waitForURL(/folder=/);
  await page.getByRole('navigation', { name: '폴더 위치' }).getByText(folder).waitFor();
  await page.getByRole('list', { name: '폴더' }).getByText('시설').waitFor();
  await row(page, '.txt').waitFor();
  assert.equal(await row(page, '.txt').count(), 1, 'the copy was added too');
  await isReady(page, '방문');
}

/** The open folder's document goes into another folder. */
export async function moves(page: Page, name: string, folder: string): Promise<void> {
  await page.getByRole('checkbox', { name: `${name} 고르기` }).click();
  await page.getByRole('toolbar', { name: '고른 문서 작업' }).getByRole('button', { name: '옮기기' }).click();
  await page.getByRole('combobox', { name: '옮길 폴더' }).selectOption({ label: folder });
  assert.deepEqual(await violations(page), []);
  await picture(page, 'moving');
  await page.getByRole('button', { name: '여기로 옮기기' }).click();
  await row(page, name).waitFor({ state: 'detached' });
  await page.getByRole('navigation', { name: '폴더 위치' }).getByRole('button').first().click();
  await page.getByRole('list', { name: '폴더' }).getByText(folder).click();
  await isReady(page, name);
}

/** A document's next version takes its place, and both can be had. */
export async function replaces(page: Page, name: string): Promise<void> {
  await act(page, name, '버전');
  const dialog = page.getByRole('dialog');
  const picker = dialog.locator('input[type=file]');
  await picker.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(LOCKERS) });
  const versions = dialog.getByRole('list', { name: '버전' }).getByRole('listitem');
  await versions.filter({ hasText: '버전 2 · 지금 검색되는 버전' }).waitFor({ timeout: 90_000 });
  await versions.filter({ hasText: '버전 1 · 지난 버전' }).waitFor();
  assert.deepEqual(await violations(page), []);
  await picture(page, 'versions');
  await dialog.getByRole('button', { name: '닫기' }).click();
  await row(page, name).getByText('버전 2').waitFor();
  await isReady(page, name);
}

/** Tags a document; the tag narrows a search to it, and what was replaced is not found. */
export async function tags(page: Page, name: string, tag: string): Promise<void> {
  const library = page.url();
  await act(page, name, '태그와 정보');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('태그').fill(`${tag}, 총무`);
  await dialog.getByLabel('정보').fill('부서: 총무팀');
  assert.deepEqual(await violations(page), []);
  await picture(page, 'properties');
  await dialog.getByRole('button', { name: '저장' }).click();
  await row(page, name).getByRole('button', { name: tag }).waitFor();
  const results = page.locator('ol > li');
  const find = async (words: string) => {
    await page.goto(`${SITE}/search?q=${encodeURIComponent(words)}`);
    await page.getByLabel('태그 (쉼표로)').fill(tag);
    await page.keyboard.press('Enter');
    await page.waitForURL(/tag=/);
  };
  await find('보관함 비밀번호');
  // what was found without the tag stands there until the narrower answer comes
  await results.nth(1).waitFor({ state: 'detached' });
  await results.filter({ hasText: '보관함은 한 달마다' }).waitFor();
  assert.equal(await results.count(), 1);
  await picture(page, 'search-tagged');
  await page.goto(library);
  await row(page, name).getByRole('button', { name: tag }).click();
  await page.waitForURL(/tag=/);
  await row(page, name).waitFor();
  await page.getByRole('button', { name: `태그 ${tag}` }).click();
  await page.waitForURL((url) => !url.search.includes('tag='));
}

/** A folder goes with what is in it. */
export async function deletesFolder(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `‘${name}’ 폴더 메뉴` }).click();
  await page.getByRole('menuitem', { name: '삭제' }).click();
  await picture(page, 'folder-delete');
  await page.getByRole('dialog').getByRole('button', { name: '삭제', exact: true }).click();
  await page
    .getByRole('list', { name: '폴더' })
    .getByText(name)
    .waitFor({ state: 'detached', timeout: 30_000 });
}

/** A broken file beside a good one: it says why, and the page is whole in both languages and looks. */
export async function libraryLook(page: Page): Promise<void> {
  await upload(page, [
    {
      name: '깨진 파일.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('PK\u0003\u0004 broken'),
    },
    {
      name: '이름이 아주 길어도 표에서 읽을 수 있어야 하는 2026년 11월 사무실 좌석 배치 안내.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('좌석은 분기마다 새로 정한다.'),
    },
  ]);
  await row(page, '깨진 파일').locator('[data-status=FAILED]:visible').waitFor({ timeout: 90_000 });
  await isReady(page, '좌석 배치 안내');
  for (const look of LOOKS) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await wear(page, look);
    await page.locator('table [data-status=FAILED]:visible').first().waitFor();
    await picture(page, `folders-${look.locale}-${look.theme}`);
    assert.deepEqual(await violations(page), []);
    await page.setViewportSize({ width: 360, height: 740 });
    await picture(page, `folders-${look.locale}-${look.theme}-phone`);
    assert.equal(await overflow(page), 0);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await wear(page, { locale: 'ko', theme: 'light' });
}

/** The open collection goes with all that is in it. */
export async function deletesCollection(page: Page, name: string): Promise<void> {
  await act(page, name, '삭제');
  await page.getByRole('dialog').getByRole('button', { name: '삭제', exact: true }).click();
  await page.getByRole('link', { name }).waitFor({ state: 'detached' });
}

/** A document that could not be read says why, is read again on demand, and can be deleted. */
export async function rereadsAndDeletes(page: Page, name: string): Promise<void> {
  const failed = row(page, name).locator('[data-status=FAILED]:visible');
  await failed.getByText(/\S+요\./).waitFor();
  let asked = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/retry')) asked++;
  });
  await row(page, name).getByRole('button', { name: '다시 읽기' }).click();
  await row(page, name).locator('[data-status=PARSING]:visible, [data-status=UPLOADING]:visible').waitFor();
  await failed.waitFor({ timeout: 90_000 });
  assert.equal(asked, 1);
  await act(page, name, '삭제');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('되돌릴 수 없어요', { exact: false }).waitFor();
  await picture(page, 'document-delete');
  await dialog.getByRole('button', { name: '삭제', exact: true }).click();
  await row(page, name).waitFor({ state: 'detached', timeout: 60_000 });
}
