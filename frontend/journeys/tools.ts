// A tool from the first word to the first answer: made, reviewed, shared, found, asked, returned, retired.
//   MADANG_URL=http://127.0.0.1:8080 npm run journey:tools
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { addsModel, addsProvider, confirms } from './administers';
import { complaints, launch, open, signIn, SITE } from './browser';
import { koreanPdf } from './fixtures';
import { embeds, embedsAbroad } from './embedding';
import { inOrder } from './inOrder';
import { looks, overflow, picture, violations } from './inspect';
import { keepsASource } from './sources';
import { answered, makeCollection, openCitation, ready, upload } from './steps';
import { startUpstream } from './upstream';

const TAG = Date.now().toString(36);
const RULES = `휴가 규정 ${TAG}`;
const TOOL = `휴가 도우미 ${TAG}`;
const KEY = 'sk-of-the-tools-4d1w';
const QUESTION = '연차유급휴가는 언제까지 사용할 수 있나요?';

const browser = await launch();
const builder = await open(browser);
const reviewer = await open(browser);
const employee = await open(browser);
const auditor = await open(browser);
let toolId = '';

const { step, end } = inOrder(async (number) => {
  for (const [who, page] of Object.entries({ builder, reviewer, employee, auditor }))
    await picture(page, `failed-tools-${number}-${who}`).catch(() => null);
});

/** As it is on a wide page and on a phone. */
async function isFine(page: Page, name: string): Promise<void> {
  await picture(page, name);
  assert.deepEqual(await violations(page), [], name);
  await page.setViewportSize({ width: 360, height: 740 });
  await picture(page, `${name}-phone`);
  assert.equal(await overflow(page), 0, `${name} overflows`);
  await page.setViewportSize({ width: 1280, height: 800 });
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const inDialog = (page: Page) => page.getByRole('dialog');

/** Gives a right in the open sharing dialog. */
async function gives(page: Page, name: string): Promise<void> {
  await inDialog(page).getByRole('searchbox').fill(name);
  await inDialog(page).getByRole('list', { name: '공유할 대상' }).getByText(name).click();
  await inDialog(page)
    .getByRole('button', { name: `${name} 공유 해제` })
    .waitFor();
}

async function submits(page: Page, note: string): Promise<void> {
  // it may have saved by itself already
  await page.getByRole('button', { name: /^(저장하고 )?검토받기$/ }).click();
  await inDialog(page).getByLabel('검토자에게 남길 말').fill(note);
  await isFine(page, 'tools-submit');
  await inDialog(page).getByRole('button', { name: '검토받기' }).click();
  await page.locator('[data-status=SUBMITTED]').first().waitFor();
}

await step('a builder has a collection with a document that all employees may read', async () => {
  await signIn(builder, 'builder');
  await makeCollection(builder, RULES);
  await upload(builder, [
    { name: '취업규칙.pdf', mimeType: 'application/pdf', buffer: await koreanPdf(browser) },
  ]);
  await ready(builder, 1);
  await press(builder, '공유');
  await inDialog(builder).getByRole('list', { name: '공유할 대상' }).getByText('모든 구성원').click();
  await inDialog(builder).getByRole('button', { name: '모든 구성원 공유 해제' }).waitFor();
  await builder.keyboard.press('Escape');
});

await step('makes a tool over it; what is not saved yet outlives a reload', async () => {
  await builder.goto(`${SITE}/`);
  await builder.getByRole('link', { name: '스튜디오' }).waitFor();
  await builder.keyboard.press('Control+k');
  await builder.getByRole('combobox', { name: '빠른 이동' }).fill('새 도구');
  await builder.getByRole('option', { name: /^새 도구/ }).waitFor();
  await builder.keyboard.press('Enter');
  await builder.waitForURL('**/studio/new');
  await builder.getByRole('button', { name: /^회의록 쓰기/ }).waitFor();
  await isFine(builder, 'tools-templates');
  await builder.getByRole('button', { name: /^빈 도구/ }).click();
  await builder.getByLabel('한국어 이름').fill(TOOL);
  await builder.getByLabel('아이콘').selectOption('calendar');
  await builder.getByLabel('한국어 설명').fill('연차와 경조사 휴가를 취업규칙에서 찾아 답해요.');
  await builder.getByLabel('영어 설명').fill('Answers questions about leave from the work rules.');
  await builder.getByLabel('지시').fill('취업규칙에 따라 짧게 답한다.\n근거가 되는 조항을 밝힌다.');
  await builder.waitForTimeout(200);
  await builder.reload();
  assert.equal(await builder.getByLabel('한국어 이름').inputValue(), TOOL);
  await press(builder, '모음 고르기');
  await builder.getByRole('checkbox', { name: RULES }).click();
  await builder.keyboard.press('Escape');
  await press(builder, '질문 더하기');
  await builder.getByLabel('질문 1 (한국어)').fill(QUESTION);
  await builder.getByLabel('질문 1 (영어)').fill('Until when can I take annual leave?');
  await isFine(builder, 'tools-new');
  await press(builder, '저장');
  await builder.waitForURL(/\/studio\/[0-9a-f-]{36}$/);
  toolId = builder.url().split('/').at(-1)!;
  await builder.getByText('모두 저장했어요').waitFor();
});

await step('the form looks right everywhere', () =>
  looks(builder, 'tools-editor', () => builder.locator('textarea').first().waitFor()),
);

await step('the draft is tried beside its form, with what was found and why', async () => {
  await press(builder, '시험해 보기');
  const panel = builder.getByRole('complementary', { name: '초안 시험' });
  await panel.getByRole('textbox', { name: '질문', exact: true }).fill(`${QUESTION} 시험이에요.`);
  await panel.getByRole('textbox', { name: '질문', exact: true }).press('Enter');
  await panel.locator('[data-citation]').first().waitFor({ timeout: 30_000 });
  await press(builder, '찾은 근거 보기');
  await panel.getByText('취업규칙.pdf').first().waitFor();
  await isFine(builder, 'tools-try');
  await panel.getByRole('button', { name: '닫기' }).first().click();
  // what was tried is no conversation of theirs
  const other = await open(browser);
  await signIn(other, 'builder');
  await other.goto(`${SITE}/`);
  const past = other.getByRole('navigation', { name: '지난 대화' });
  await past
    .getByRole('link')
    .or(past.getByText(/아직 대화가 없어요/))
    .first()
    .waitFor();
  assert.equal(await past.getByText('시험이에요').count(), 0);
  await other.close();
});

await step('what is written is saved by itself', async () => {
  await builder.getByLabel('지시').fill('취업규칙에 따라 짧게 답한다.\n근거가 되는 조항을 꼭 밝힌다.');
  await builder.getByText('저장하지 않은 내용이 있어요').waitFor();
  await builder.getByText('모두 저장했어요').waitFor({ timeout: 15_000 });
});

await step('somebody else saves in between: nothing that was written is lost', async () => {
  const other = await open(browser);
  await signIn(other, 'builder');
  await other.goto(`${SITE}/studio/${toolId}`);
  await other.getByLabel('지시').fill('취업규칙에 따라 길게 답한다.\n근거가 되는 조항을 밝힌다.');
  await press(other, '저장');
  await other.getByText('모두 저장했어요').waitFor();
  await other.close();
  const mine = '취업규칙에 따라 짧게 답한다.\n근거가 되는 조항을 밝힌다.\n모르면 모른다고 한다.';
  await builder.getByLabel('지시').fill(mine);
  await press(builder, '저장');
  await builder.getByText('그사이 다른 사람이 저장했어요').waitFor();
  assert.equal(await builder.getByLabel('지시').inputValue(), mine);
  await isFine(builder, 'tools-conflict');
  await press(builder, '내 것으로 저장');
  await builder.getByText('모두 저장했어요').waitFor();
  assert.equal(await builder.getByLabel('지시').inputValue(), mine);
});

await step('shares it with one person and hands it to the reviewers', async () => {
  // who never signed in is not known
  await signIn(employee, 'employee');
  await press(builder, '쓸 사람 정하기');
  await inDialog(builder)
    .getByText(/아직 아무에게도/)
    .waitFor();
  await gives(builder, '김하늘');
  await isFine(builder, 'tools-sharing');
  await builder.keyboard.press('Escape');
  await submits(builder, '연차 질문이 많아 만들었어요.');
  assert.ok(await builder.getByLabel('지시').isDisabled());
});

await step('a reviewer sees everything and returns it with a comment', async () => {
  await signIn(reviewer, 'reviewer');
  await reviewer.getByRole('link', { name: '검토' }).click();
  await reviewer.getByRole('link', { name: TOOL }).waitFor();
  await isFine(reviewer, 'tools-reviews');
  await reviewer.getByRole('link', { name: TOOL }).click();
  for (const text of ['연차 질문이 많아 만들었어요.', '모르면 모른다고 한다.', RULES, '처음 나가는 도구'])
    await reviewer.getByText(text).first().waitFor();
  await press(reviewer, '돌려보내기');
  await inDialog(reviewer).getByLabel('의견').fill('어느 규칙의 몇 조인지도 밝혀 주세요.');
  await isFine(reviewer, 'tools-return');
  await inDialog(reviewer).getByRole('button', { name: '돌려보내기' }).click();
  await reviewer.waitForURL('**/reviews');
});

await step('the builder reads the comment, mends it and hands it in again', async () => {
  await builder.reload();
  await builder.getByText('어느 규칙의 몇 조인지도 밝혀 주세요.').first().waitFor();
  await picture(builder, 'tools-returned');
  await builder.getByLabel('지시').fill('취업규칙에 따라 짧게 답한다.\n규칙의 이름과 조를 밝힌다.');
  await submits(builder, '조를 밝히게 했어요.');
});

await step('the reviewer approves it, and it goes live by itself', async () => {
  await reviewer.goto(`${SITE}/reviews/${toolId}`);
  await press(reviewer, '승인');
  await inDialog(reviewer).getByRole('button', { name: '승인' }).click();
  await reviewer.waitForURL('**/reviews');
  await builder.reload();
  await builder.locator('[data-status=LIVE]').first().waitFor({ timeout: 60_000 });
  await builder.getByRole('button', { name: /릴리스 1/ }).click();
  await isFine(builder, 'tools-live');
});

await step('a person with the right finds it in the store by its words and reads what it is', async () => {
  await employee.getByRole('link', { name: '스토어' }).click();
  await employee.getByRole('searchbox').fill(`도우미 ${TAG}`);
  await employee.getByRole('link', { name: TOOL }).waitFor();
  await isFine(employee, 'tools-store');
  await employee.getByRole('link', { name: TOOL }).click();
  await employee.getByRole('heading', { level: 1, name: TOOL }).waitFor();
  await employee.getByText(RULES).waitFor();
  await employee.getByText('이도윤 님이 맡아요').waitFor();
});

await step('the store and the tool look right everywhere', async () => {
  await looks(employee, 'tools-tool', () => employee.getByRole('heading', { level: 1 }).waitFor());
  await employee.goto(`${SITE}/store`);
  await looks(employee, 'tools-list', () => employee.locator('a[href^="/store/"]').first().waitFor());
});

await step('opens it, asks its first question and gets a cited answer', async () => {
  await employee.goto(`${SITE}/store/${toolId}`);
  await press(employee, '열기');
  await employee.getByRole('heading', { level: 2, name: TOOL }).waitFor();
  assert.equal(await employee.getByRole('button', { name: /^질문할 문서/ }).count(), 0);
  await isFine(employee, 'tools-begin');
  await press(employee, QUESTION);
  await employee.keyboard.press('Tab');
  await employee.getByRole('textbox', { name: '질문', exact: true }).press('Enter');
  await employee.waitForURL('**/c/**');
  await answered(employee);
  const { words } = await openCitation(employee);
  assert.match(words.replace(/\s+/g, ' '), /연차유급휴가는 발생일부터 1년 동안 사용할 수 있다/);
  await employee.getByRole('link', { name: `${TOOL} 소개 보기` }).waitFor();
  await employee
    .getByRole('navigation', { name: '지난 대화' })
    .getByText('도구와 나눈 대화')
    .first()
    .waitFor();
  await picture(employee, 'tools-answer');
  assert.deepEqual(await violations(employee), []);
});

await step('the conversation looks right everywhere', () =>
  looks(employee, 'tools-conversation', () =>
    employee.getByRole('log').locator('[data-citation]').first().waitFor(),
  ),
);

await step('it works in the company’s portal, and in no page that nobody named', () =>
  embeds(browser, toolId, TOOL, QUESTION),
);

await step('in a page of another site it opens in a window of its own', () => embedsAbroad(browser, toolId));

await step('who used it keeps it and says how it is', async () => {
  const conversation = employee.url();
  await employee.goto(`${SITE}/store/${toolId}`);
  await press(employee, '즐겨 쓰는 도구');
  await employee.getByRole('button', { name: '즐겨 쓰는 도구', pressed: true }).waitFor();
  await employee.getByRole('radio', { name: '별 5개' }).dispatchEvent('click');
  await employee.getByLabel(/^한마디/).fill('조항까지 알려 줘서 좋아요.');
  await press(employee, '평가 남기기');
  await employee.getByRole('button', { name: '평가 바꾸기' }).waitFor();
  await employee.getByRole('listitem').filter({ hasText: '조항까지 알려 줘서 좋아요.' }).waitFor();
  await isFine(employee, 'tools-rated');
  await employee.goto(`${SITE}/store`);
  await employee
    .getByRole('region', { name: '즐겨 쓰는 도구' })
    .getByRole('link', { name: new RegExp(TOOL) })
    .waitFor();
  await isFine(employee, 'tools-favourites');
  await employee.goto(conversation);
});

await step('a person without the right finds it nowhere, also not by its address', async () => {
  await signIn(auditor, 'auditor');
  await auditor.goto(`${SITE}/store`);
  await auditor.getByRole('searchbox').fill(TAG);
  await auditor.getByText('찾는 도구가 없어요').waitFor();
  for (const path of [`store/${toolId}`, `?tool=${toolId}`]) {
    await auditor.goto(`${SITE}/${path}`);
    await auditor.getByText('열 수 없는 도구예요').waitFor();
    assert.doesNotMatch(await auditor.content(), new RegExp(TAG));
  }
  await auditor.goto(`${SITE}/studio/${toolId}`);
  await auditor.getByText('열 수 없는 도구예요').waitFor();
  await isFine(auditor, 'tools-gone');
});

await step('its owner lets it be found: a link leads through signing in to a request', async () => {
  await builder.goto(`${SITE}/studio/${toolId}`);
  await press(builder, '쓸 사람 정하기');
  await inDialog(builder).getByRole('switch').click();
  await inDialog(builder).locator('[role=switch][aria-checked=true]').waitFor();
  await isFine(builder, 'tools-findable');
  await builder.keyboard.press('Escape');
  const fresh = await open(browser);
  await fresh.goto(`${SITE}/store/${toolId}`);
  await fresh.getByRole('button', { name: /로그인/ }).click();
  await fresh.locator('button[name=person][value=auditor]').click();
  await fresh.waitForURL(`**/store/${toolId}`);
  await press(fresh, '사용 요청하기');
  await inDialog(fresh).getByLabel('쓰려는 까닭').fill('휴가 규정을 감사하고 있어요.');
  await isFine(fresh, 'tools-request');
  await inDialog(fresh).getByRole('button', { name: '요청 보내기' }).click();
  await fresh.getByText(/답을 기다리고 있어요/).waitFor();
  await isFine(fresh, 'tools-requested');
  assert.doesNotMatch(await fresh.content(), new RegExp(RULES));
  await fresh.close();
});

await step('the owner grants it, and who asked opens it and finds it', async () => {
  await builder.goto(`${SITE}/studio`);
  const request = builder.getByRole('region', { name: /^사용 요청/ }).getByRole('listitem');
  await request.filter({ hasText: TOOL }).waitFor();
  await isFine(builder, 'tools-requests');
  await request.filter({ hasText: TOOL }).getByRole('button', { name: '허락하기' }).click();
  await request.filter({ hasText: TOOL }).waitFor({ state: 'detached' });
  await auditor.goto(`${SITE}/store/${toolId}`);
  await press(auditor, '열기');
  await auditor.getByRole('heading', { level: 2, name: TOOL }).waitFor();
  await auditor.goto(`${SITE}/store`);
  await auditor.getByRole('searchbox').fill(TAG);
  await auditor.getByRole('link', { name: new RegExp(TOOL) }).waitFor();
});

await step('who makes it sees how it does, and takes it along as a file', async () => {
  await builder.goto(`${SITE}/studio/${toolId}`);
  await press(builder, '이용 분석');
  await builder.getByRole('heading', { level: 1, name: '이용 분석' }).waitFor();
  await builder.getByRole('rowheader', { name: '릴리스 1' }).waitFor();
  const [file] = await Promise.all([builder.waitForEvent('download'), press(builder, '날짜별 CSV 내려받기')]);
  assert.match(file.suggestedFilename(), /^tool-day-month\.csv$/);
  await looks(builder, 'tools-analytics', () => builder.getByRole('img').first().waitFor());
});

await step('a change of the live tool shows the reviewer what differs', async () => {
  await builder.goto(`${SITE}/studio/${toolId}`);
  await builder.getByLabel('지시').fill('취업규칙에 따라 짧게 답한다.\n규칙의 이름과 조, 항을 밝힌다.');
  await press(builder, '항목 더하기');
  await builder.getByLabel('항목 1 이름표 (한국어)').fill('궁금한 것');
  await builder.getByLabel('항목 1 종류').selectOption('long_text');
  await builder.getByLabel('답의 모양').selectOption('document');
  await isFine(builder, 'tools-form-editor');
  await submits(builder, '항까지 밝히게 했어요.');
  await reviewer.goto(`${SITE}/reviews/${toolId}`);
  await reviewer.locator('[data-diff=added]', { hasText: '조, 항을 밝힌다.' }).waitFor();
  await reviewer.locator('[data-diff=removed]', { hasText: '규칙의 이름과 조를 밝힌다.' }).waitFor();
  assert.equal(await reviewer.locator('[data-diff=same]', { hasText: '짧게 답한다' }).count(), 1);
});

await step('the review looks right everywhere', () =>
  looks(reviewer, 'tools-review', () => reviewer.locator('[data-diff=added]').first().waitFor()),
);

await step('the tool with a form opens as one: filled, run, and run again with other values', async () => {
  await press(reviewer, '승인');
  await inDialog(reviewer).getByRole('button', { name: '승인' }).click();
  await reviewer.waitForURL('**/reviews');
  await builder.reload();
  await builder.getByRole('button', { name: /릴리스 2.*지금 쓰임/ }).waitFor({ timeout: 60_000 });
  await employee.goto(`${SITE}/store/${toolId}`);
  await press(employee, '열기');
  await employee.getByRole('textbox', { name: '궁금한 것' }).waitFor();
  await isFine(employee, 'tools-form');
  assert.ok(await employee.getByRole('button', { name: '실행' }).isDisabled());
  await employee.getByRole('textbox', { name: '궁금한 것' }).fill(QUESTION);
  await press(employee, '실행');
  await employee.waitForURL('**/c/**');
  await answered(employee);
  await employee.getByLabel('대화 내용').getByText(`궁금한 것: ${QUESTION}`).waitFor();
  await isFine(employee, 'tools-form-answer');
  await press(employee, '값을 바꿔 다시 실행');
  await employee.getByRole('textbox', { name: '궁금한 것' }).fill('경조사 휴가는 며칠인가요?');
  await press(employee, '실행');
  await employee.getByLabel('대화 내용').getByText('궁금한 것: 경조사 휴가는 며칠인가요?').waitFor();
  await answered(employee);
});

await step('the builder retires the tool, and nobody can ask it any more', async () => {
  await press(builder, '도구 메뉴');
  await builder.getByRole('menuitem', { name: '그만 쓰기' }).click();
  await inDialog(builder)
    .getByText(/되돌릴 수 없어요/)
    .waitFor();
  await isFine(builder, 'tools-retire');
  await inDialog(builder).getByRole('button', { name: '그만 쓰기' }).click();
  await builder.locator('[data-status=RETIRED]').first().waitFor();
  await employee.reload();
  await employee.getByText(/이 도구는 더 쓸 수 없어요/).waitFor();
  await picture(employee, 'tools-retired');
  assert.deepEqual(await violations(employee), []);
  await builder.goto(`${SITE}/studio`);
  await builder.getByRole('link', { name: TOOL }).waitFor();
  await looks(builder, 'tools-studio', () => builder.locator('a[href^="/studio/"]').first().waitFor());
});

await step('a tool whose owner left is handed to somebody else', async () => {
  await builder.goto(`${SITE}/studio/new`);
  await builder.getByRole('button', { name: /^빈 도구/ }).click();
  await builder.getByLabel('한국어 이름').fill(`남은 도구 ${TAG}`);
  await press(builder, '저장');
  await builder.waitForURL(/\/studio\/[0-9a-f-]{36}$/);
  const admin = await open(browser);
  await signIn(admin, 'admin');
  await admin.goto(`${SITE}/people`);
  await press(admin, '이도윤 정지하기');
  await inDialog(admin).getByRole('button', { name: '정지하기' }).click();
  await admin.getByRole('button', { name: '이도윤 정지 풀기' }).waitFor();
  try {
    await press(admin, '주인 없는 도구');
    // all that this person ever made is without an owner now, the latest on the last page
    const more = admin.getByRole('button', { name: '더 보기' });
    const left = admin.getByRole('button', { name: `‘남은 도구 ${TAG}’ 넘기기` });
    for (;;) {
      await left.or(more).first().waitFor();
      if (await left.isVisible()) break;
      const known = await admin.getByRole('button', { name: / 넘기기$/ }).count();
      await more.click();
      await admin
        .getByRole('button', { name: / 넘기기$/ })
        .nth(known)
        .waitFor();
    }
    await isFine(admin, 'tools-orphans');
    await press(admin, `‘남은 도구 ${TAG}’ 넘기기`);
    await inDialog(admin)
      .getByRole('button', { name: /박서연/ })
      .click();
    await isFine(admin, 'tools-hand-over');
    await inDialog(admin).getByRole('button', { name: '넘기기', exact: true }).click();
    await admin.getByRole('button', { name: `‘남은 도구 ${TAG}’ 넘기기` }).waitFor({ state: 'detached' });
  } finally {
    await press(admin, '사람과 역할');
    await press(admin, '이도윤 정지 풀기');
    await inDialog(admin).getByRole('button', { name: '정지 풀기' }).click();
    await admin.getByRole('button', { name: '이도윤 정지하기' }).waitFor();
  }
  await admin.close();
});

await step('an administrator reads an API again, sees what differs by action, and takes it over', () =>
  keepsASource(browser, TAG, isFine),
);

await step('an auditor reads what tools called outside, and finds no way to change it', async () => {
  await auditor.goto(`${SITE}/`);
  await auditor.getByRole('link', { name: '사람' }).waitFor();
  await auditor.keyboard.press('Control+k');
  await auditor.getByRole('combobox', { name: '빠른 이동' }).fill('도구의 작업');
  await auditor.getByRole('option', { name: /^도구의 작업/ }).waitFor();
  await auditor.keyboard.press('Enter');
  await auditor.getByText(/^도구가 밖에서 부른 일과/).waitFor();
  assert.equal(await auditor.getByText('주소와 API').count(), 0);
  await isFine(auditor, 'tools-calls');
});

await step(
  'a contract is put into a form as a file, read, and asked about; filled again it is as it was read',
  async () => {
    const upstream = await startUpstream(KEY);
    const admin = await open(browser);
    await signIn(admin, 'admin');
    await addsProvider(admin, `forms-${TAG}`, `양식 ${TAG}`, upstream.address, KEY);
    await addsModel(admin, {
      id: `reader-${TAG}`,
      name: `읽개 ${TAG}`,
      vendorName: 'steady',
      provider: `양식 ${TAG}`,
      images: false,
    });
    await builder.goto(`${SITE}/studio/new`);
    await builder.getByRole('button', { name: /^빈 도구/ }).click();
    await builder.getByLabel('한국어 이름').fill(`계약 검토 ${TAG}`);
    await builder.getByLabel('지시').fill('문서를 읽고 위험한 조항을 밝힌다.');
    await press(builder, '항목 더하기');
    await builder.getByLabel('항목 1 종류').selectOption('file');
    await builder.getByLabel('항목 1 이름표 (한국어)').fill('계약서');
    await press(builder, '저장');
    await builder.waitForURL(/\/studio\/[0-9a-f-]{36}$/);
    await press(builder, '시험해 보기');
    const panel = builder.getByRole('complementary', { name: '초안 시험' });
    const field = panel.getByLabel(/^계약서/);
    await field.setInputFiles({
      name: '깨진 계약서.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\nbroken'),
    });
    await panel.locator('[data-document=failed]').waitFor({ timeout: 60_000 });
    await panel.getByText(/손상되어/).waitFor();
    assert.ok(await panel.getByRole('button', { name: '실행' }).isDisabled());
    await isFine(builder, 'tools-form-document-failed');
    await field.setInputFiles({
      name: '용역계약서.pdf',
      mimeType: 'application/pdf',
      buffer: await koreanPdf(browser),
    });
    await panel.locator('[data-document=ready]').waitFor({ timeout: 60_000 });
    await panel.getByText(/^다 읽었어요: 3쪽/).waitFor();
    await isFine(builder, 'tools-form-document');
    await press(builder, '실행');
    await panel
      .getByText(/‘용역계약서.pdf’ 문서에는 ‘국내 출장의 일비는 하루 3만원/)
      .waitFor({ timeout: 30_000 });
    assert.ok(
      upstream.received.some((text) => text.includes('<field name=') && text.includes('연차유급휴가')),
    );
    await isFine(builder, 'tools-form-document-answer');
    await press(builder, '값을 바꿔 다시 실행');
    await panel.getByText(/보낼 때 읽은 내용이 그대로/).waitFor();
    await isFine(builder, 'tools-form-document-again');
    await admin.goto(`${SITE}/models`);
    await press(admin, '제공자와 키');
    await press(admin, `양식 ${TAG} 고치기`);
    await admin.getByRole('button', { name: /제공자와 모델 \d+개 지우기/ }).click();
    await confirms(admin, /모델 1개/, '삭제', () => Promise.resolve());
    await admin.context().close();
    upstream.stop();
  },
);

await step('the browser complained about nothing', async () =>
  assert.deepEqual([...new Set(complaints)], []),
);
await browser.close();
end();
