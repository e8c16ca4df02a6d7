import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Page, Route } from 'playwright-core';
import { SITE } from './browser';
import { inputMethod } from './inputMethod';
import { answered } from './steps';

/** Types a question through a Korean input method whose Enter ends the last syllable: it is sent once, whole. */
export async function composes(page: Page): Promise<void> {
  const typing = await inputMethod(page);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && /\/messages$/.test(request.url())) sent.push(request.postData() ?? '');
  });
  await page.goto(`${SITE}/`);
  await page.getByRole('textbox', { name: '질문', exact: true }).click();
  await typing.write('출장 일비는 ');
  await typing.compose('ㅇ', '어', '얼', '얼ㅁ', '얼마');
  await typing.enter('얼마');
  await page.waitForURL('**/c/**');
  await answered(page);
  assert.deepEqual(
    sent.map((body) => (JSON.parse(body) as { text: string }).text),
    ['출장 일비는 얼마'],
  );
  // a syllable that is given up takes nothing else with it
  await page.getByRole('button', { name: '질문 고치기' }).last().click();
  const draft = page.getByRole('textbox', { name: '질문 고치기' });
  await draft.press('End');
  await typing.compose('ㄱ', '그');
  await typing.escape();
  assert.equal(await draft.inputValue(), '출장 일비는 얼마');
  await draft.press('Escape');
  await draft.waitFor({ state: 'detached' });
}

/** A form that is sent by the browser itself: a candidate is only picked, a syllable's Enter sends it, whole. */
export async function composesInForms(page: Page): Promise<void> {
  const typing = await inputMethod(page);
  await page.goto(`${SITE}/search`);
  const field = page.getByRole('searchbox', { name: '문서에서 찾기' });
  await field.click();
  await typing.compose('きゅうか', '休暇');
  await typing.enter('休暇');
  await page.waitForTimeout(300);
  assert.equal(new URL(page.url()).search, '', 'picking a candidate searched already');
  assert.equal(await field.inputValue(), '休暇');
  await field.fill('');
  await typing.compose('ㅇ', '여', '연', '연ㅊ', '연차');
  await typing.enter('연차');
  await page.waitForURL((url) => url.searchParams.get('q') === '연차');
}

/** Drops three files on the page and changes its mind about one while it is on its way. */
export async function drops(page: Page, look: () => Promise<void>): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const slow = (bytes: number) =>
    devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: bytes,
    });
  await slow(400_000);
  await page.evaluate(() => {
    const carried = new DataTransfer();
    carried.items.add(new File(['사무실 좌석은 매주 월요일에 정한다.'], '좌석.txt', { type: 'text/plain' }));
    carried.items.add(new File(['# Parking\n\nParking is free on weekends.'], 'parking.md'));
    carried.items.add(new File([new Uint8Array(8_000_000)], '큰 파일.bin'));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, dataTransfer: carried }));
  });
  const cancel = page.getByRole('button', { name: '큰 파일.bin 올리기 취소' });
  await page.getByText(/^[1-9]\d? %$/).waitFor();
  await look();
  // leaving now would stop it: the browser asks, and the person stays
  const asked = page.waitForEvent('dialog');
  const leaving = page.close({ runBeforeUnload: true });
  const question = await asked;
  assert.equal(question.type(), 'beforeunload');
  await question.dismiss();
  await leaving;
  await cancel.click();
  await cancel.waitFor({ state: 'detached' });
  await slow(-1);
  for (const name of ['좌석.txt', 'parking.md'])
    await page
      .getByRole('row')
      .filter({ hasText: name })
      .locator('[data-status=READY]:visible')
      .waitFor({ timeout: 90_000 });
  await page.getByRole('cell', { name: '큰 파일.bin' }).first().waitFor({ state: 'detached' });
  // once the tray is gone, nothing is said to be unfinished
  await page.getByRole('region', { name: '올리는 파일' }).waitFor({ state: 'detached' });
  assert.equal(await page.getByText('다 올리지 못했어요').count(), 0);
}

/** Downloads a document of the open collection and reads it. */
export async function downloads(page: Page, name: string): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: `‘${name}’ 메뉴` }).click();
  await page.getByRole('menuitem', { name: '내려받기' }).click();
  const download = await coming;
  assert.equal(download.suggestedFilename(), name);
  return readFile(await download.path(), 'utf8');
}

/** An administrator makes a group and puts a person in. */
export async function groups(
  page: Page,
  group: string,
  person: string,
  look: () => Promise<void>,
): Promise<void> {
  await page.goto(`${SITE}/people`);
  await page
    .getByRole('tab', { name: '그룹' })
    .or(page.getByRole('button', { name: '그룹', exact: true }))
    .click();
  await page.getByRole('button', { name: '새 그룹' }).first().click();
  await page.getByLabel('그룹 이름').fill(group);
  await page.getByRole('button', { name: '만들기', exact: true }).click();
  await page.getByRole('searchbox', { name: '넣을 사람이나 그룹 찾기' }).fill(person);
  await page.getByRole('button', { name: person, exact: true }).click();
  await page.getByRole('button', { name: `${person} 빼기` }).waitFor();
  await look();
}

/** Gives the open collection to a group. */
export async function shares(page: Page, group: string, look: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: '공유', exact: true }).click();
  await page.getByRole('searchbox', { name: '사람이나 그룹 찾기' }).fill(group);
  await page.getByRole('list', { name: '공유할 대상' }).getByText(group).click();
  await page.getByRole('button', { name: `${group} 공유 해제` }).waitFor();
  await look();
  await page.getByRole('button', { name: '닫기' }).first().click();
  await page.getByText('공유 대상 그룹 1개').waitFor();
}

/** Takes a group away, and with it all that it was given. */
export async function disbands(page: Page, group: string): Promise<void> {
  await page.getByRole('button', { name: `‘${group}’ 그룹 삭제` }).click();
  await page.getByRole('button', { name: '삭제', exact: true }).click();
  await page.getByRole('button', { name: group, exact: true }).waitFor({ state: 'detached' });
}

/** A download that does not come is said in the page, which stays where it is. */
export async function losesADownload(page: Page, name: string, look: () => Promise<void>): Promise<void> {
  const here = page.url();
  const refuse = (route: Route) =>
    route.fulfill({ status: 403, headers: { 'Access-Control-Allow-Origin': '*' } });
  const storage = (url: URL) => url.origin !== SITE && url.pathname.startsWith('/documents/');
  await page.route(storage, refuse);
  await page.getByRole('button', { name: `‘${name}’ 메뉴` }).click();
  await page.getByRole('menuitem', { name: '내려받기' }).click();
  await page.getByRole('alert').filter({ hasText: '파일을 내려받지 못했어요' }).waitFor();
  await look();
  await page.unroute(storage);
  assert.equal(page.url(), here);
}

/** A file that is let go of where nothing takes it does not open in place of the site. */
export async function missesTheMark(page: Page): Promise<void> {
  await page.goto(`${SITE}/`);
  const taken = await page.evaluate(() => {
    const carried = new DataTransfer();
    carried.items.add(new File(['x'], 'x.txt', { type: 'text/plain' }));
    return ['dragover', 'drop'].map(
      (type) =>
        !document.body.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried }),
        ),
    );
  });
  assert.deepEqual(taken, [true, true]);
}
