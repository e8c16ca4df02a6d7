// A tool that must prove itself: golden questions, an evaluation that fails the gate, the tool mended, the same questions passed, and a reviewer who sees it.
//   MADANG_URL=http://127.0.0.1:8080 npm run journey:golden
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { complaints, launch, open, signIn, SITE } from './browser';
import { englishDocx, koreanPdf } from './fixtures';
import { inOrder } from './inOrder';
import { looks, overflow, picture, violations } from './inspect';
import { answered, makeCollection, ready, upload } from './steps';

const TAG = Date.now().toString(36);
const RULES = `취업규칙 모음 ${TAG}`;
const HANDBOOK = `안내서 모음 ${TAG}`;
const TOOL = `규정 도우미 ${TAG}`;
const LEAVE = '연차유급휴가는 언제까지 사용할 수 있나요?';
const TRIP = '국내 출장의 일비는 하루에 얼마인가요?';
const PROBATION = 'How long is the probation period for new employees?';
const EVALUATED = { timeout: 60_000 };

const browser = await launch();
const builder = await open(browser);
const reviewer = await open(browser);
let toolId = '';

const { step, end } = inOrder(async (number) => {
  for (const [who, page] of Object.entries({ builder, reviewer }))
    await picture(page, `failed-golden-${number}-${who}`).catch(() => null);
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
const golden = () => builder.goto(`${SITE}/studio/${toolId}/golden`);

/** Hands it in; where it goes is the gate's to say. */
async function handsIn(): Promise<void> {
  await builder.getByRole('button', { name: /^(저장하고 )?검토받기$/ }).click();
  await inDialog(builder)
    .getByText(/먼저 골든 질문 3개로 평가해요/)
    .waitFor();
  await isFine(builder, 'golden-submit');
  await inDialog(builder).getByRole('button', { name: '검토받기' }).click();
  await inDialog(builder).waitFor({ state: 'detached' });
}

await step('a builder has two documents in two collections', async () => {
  await signIn(builder, 'builder');
  await makeCollection(builder, HANDBOOK);
  await upload(builder, [
    { name: 'handbook.docx', mimeType: 'application/octet-stream', buffer: englishDocx() },
  ]);
  const handbook = builder.url();
  await makeCollection(builder, RULES);
  await upload(builder, [
    { name: '취업규칙.pdf', mimeType: 'application/pdf', buffer: await koreanPdf(browser) },
  ]);
  await ready(builder, 1);
  await builder.goto(handbook);
  await ready(builder, 1);
});

await step('makes a tool, and forgets one of them', async () => {
  await builder.goto(`${SITE}/studio/new`);
  await builder.getByRole('button', { name: /^빈 도구/ }).click();
  await builder.getByLabel('한국어 이름').fill(TOOL);
  await builder.getByLabel('한국어 설명').fill('휴가와 출장, 수습을 규정에서 찾아 답해요.');
  await builder.getByLabel('지시').fill('규정에 따라 짧게 답하고 근거를 밝힌다.');
  await press(builder, '모음 고르기');
  await builder.getByRole('checkbox', { name: RULES }).click();
  await builder.keyboard.press('Escape');
  await press(builder, '저장');
  await builder.waitForURL(/\/studio\/[0-9a-f-]{36}$/);
  toolId = builder.url().split('/').at(-1)!;
});

await step('takes a question from a real answer in one click', async () => {
  await press(builder, '시험해 보기');
  const panel = builder.getByRole('complementary', { name: '초안 시험' });
  await panel.getByRole('textbox', { name: '질문', exact: true }).fill(LEAVE);
  await panel.getByRole('textbox', { name: '질문', exact: true }).press('Enter');
  await answered(builder);
  await panel.getByRole('button', { name: '골든 질문으로 담기' }).click();
  await builder.getByText('골든 질문으로 담았어요').waitFor();
  await isFine(builder, 'golden-kept');
  await builder.getByRole('link', { name: '고치기' }).click();
  await inDialog(builder).getByLabel('질문').waitFor();
  assert.equal(await inDialog(builder).getByLabel('질문').inputValue(), LEAVE);
  assert.equal(await inDialog(builder).getByLabel('문서').inputValue(), '취업규칙.pdf');
  await inDialog(builder).getByLabel('사실').fill('연차유급휴가는 발생일부터 1년 동안 사용');
  await isFine(builder, 'golden-dialog');
  await inDialog(builder).getByRole('button', { name: '저장' }).click();
  await inDialog(builder).waitFor({ state: 'detached' });
});

await step('adds one by hand and others from a file, which tells of each wrong row', async () => {
  await press(builder, '질문 더하기');
  await inDialog(builder).getByLabel('질문').fill(TRIP);
  await inDialog(builder).getByLabel('구절').fill('국내 출장의 일비는 하루 3만원으로 하고');
  await inDialog(builder).getByRole('button', { name: '저장' }).click();
  await builder.getByRole('button', { name: `질문 고치기: ${TRIP}` }).waitFor();
  await press(builder, 'CSV로 더하기');
  const [example] = await Promise.all([
    builder.waitForEvent('download'),
    inDialog(builder).getByRole('button', { name: '예시 CSV 내려받기' }).click(),
  ]);
  const file = inDialog(builder).getByLabel('CSV 파일');
  const csv = (text: string) => ({ name: '질문.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await file.setInputFiles(
    csv(`질문,사실,json\n${PROBATION},ninety days,\n아무것도 기대하지 않는 질문,,\n,15일,[]\n`),
  );
  await inDialog(builder).getByRole('button', { name: '더하기' }).click();
  for (const row of [3, 4])
    await inDialog(builder)
      .getByText(new RegExp(`^${row}행 · `))
      .first()
      .waitFor();
  await isFine(builder, 'golden-import');
  // with the mark and the line ends that spreadsheets write
  await file.setInputFiles(csv(`\ufeff질문,사실,문서\r\n${PROBATION},ninety days,handbook.docx\r\n`));
  await inDialog(builder).getByRole('button', { name: '더하기' }).click();
  await builder.getByText('질문 1개를 더했어요').waitFor();
  await inDialog(builder).waitFor({ state: 'detached' });
  await builder.getByRole('button', { name: `질문 고치기: ${PROBATION}` }).waitFor();
  // the example is one that could be added
  assert.equal(example.suggestedFilename(), '골든-질문-예시.csv');
});

await step('its evaluation fails, and says which question lacks what', async () => {
  await press(builder, '평가하기');
  await builder.locator('[data-evaluation=FAILED]').waitFor(EVALUATED);
  const row = (question: string) => builder.getByRole('row').filter({ hasText: question });
  await row(LEAVE).getByText('100%', { exact: true }).waitFor();
  await row(TRIP).getByText('100%', { exact: true }).waitFor();
  await row(PROBATION).getByText('0%', { exact: true }).waitFor();
  await builder.getByRole('button', { name: PROBATION, exact: true }).click();
  await builder.getByText('빠진 것').waitFor();
  await builder.getByText('ninety days').first().waitFor();
  await builder.getByRole('button', { name: PROBATION, exact: true }).click();
});

await step('the golden questions look right everywhere', () =>
  looks(builder, 'golden-failed', async () => {
    await builder.locator('[data-evaluation=FAILED]').waitFor();
    await builder.getByRole('button', { name: LEAVE, exact: true }).click();
  }),
);

await step('handed in all the same, it does not reach the reviewers', async () => {
  await builder.goto(`${SITE}/studio/${toolId}`);
  await handsIn();
  await builder.getByText(/통과하지 못해 검토자에게 가지 않았어요/).waitFor(EVALUATED);
  await builder.locator('[data-status=DRAFT]').waitFor();
  await builder.getByText('골든 질문을 통과하지 못했어요').waitFor();
  await isFine(builder, 'golden-not-proven');
  await signIn(reviewer, 'reviewer');
  await reviewer.goto(`${SITE}/reviews/${toolId}`);
  await reviewer.getByText('이미 검토가 끝난 도구예요.').waitFor();
});

await step('mended, it passes the same questions at the same threshold', async () => {
  await press(builder, RULES);
  await builder.getByRole('checkbox', { name: HANDBOOK }).click();
  await builder.keyboard.press('Escape');
  await handsIn();
  await builder.locator('[data-status=SUBMITTED]').waitFor(EVALUATED);
  await golden();
  await builder.locator('[data-evaluation=PASSED]').waitFor();
  await builder.getByText(/질문과 기준을 고칠 수 없어요/).waitFor();
  assert.ok(await builder.getByLabel('통과 기준').isDisabled());
  await isFine(builder, 'golden-passed');
});

await step('a reviewer sees the evidence, and nothing that was written for another', async () => {
  await reviewer.goto(`${SITE}/reviews/${toolId}`);
  await reviewer.locator('[data-evidence] [data-evaluation=PASSED]').waitFor();
  await reviewer.getByText('질문 3개, 기준 80%').waitFor();
  await reviewer.getByRole('button', { name: PROBATION, exact: true }).click();
  await reviewer.getByText('답은 평가를 시작한 사람만 볼 수 있어요.').waitFor();
  assert.doesNotMatch(await reviewer.locator('[data-evidence]').innerText(), /ninety days/);
});

await step('the review looks right everywhere', () =>
  looks(reviewer, 'golden-review', () =>
    reviewer.locator('[data-evidence] [data-evaluation=PASSED]').waitFor(),
  ),
);

await step('approves it for a fifth of the people', async () => {
  await press(reviewer, '승인');
  await inDialog(reviewer).getByLabel('처음에 쓸 사람').selectOption('20');
  await inDialog(reviewer).getByRole('button', { name: '승인' }).click();
  await reviewer.waitForURL('**/reviews');
  await builder.goto(`${SITE}/studio/${toolId}`);
  await builder.locator('[data-canary="20"]').waitFor({ timeout: 60_000 });
});

await step('what is made next is compared with what people use', async () => {
  await press(builder, '모두에게');
  await inDialog(builder).getByRole('button', { name: '모두에게' }).click();
  await inDialog(builder).waitFor({ state: 'detached' });
  await builder.getByText('지금은 1번 릴리스를 써요.').waitFor();
  await builder.getByLabel('지시').fill('규정에 따라 길게 답하고 근거를 밝힌다.');
  await press(builder, '저장');
  await builder.getByText('모두 저장했어요').waitFor();
  await golden();
  await builder.getByText(/이 결과 뒤에 도구나 질문, 기준이 바뀌었어요/).waitFor();
  await builder.getByRole('switch', { name: '지금 쓰는 릴리스와 비교', checked: true }).waitFor();
  await press(builder, '다시 평가');
  const live = builder.getByRole('region', { name: '릴리스 1 (지금 쓰임)' });
  await live.locator('[data-evaluation=PASSED]').waitFor(EVALUATED);
  await builder
    .getByRole('region', { name: '지금 만드는 것' })
    .locator('[data-evaluation=PASSED]')
    .waitFor(EVALUATED);
  await builder.getByRole('button', { name: LEAVE, exact: true }).click();
  assert.equal(
    await builder
      .getByRole('group')
      .getByText(/1년 동안 사용할 수 있다/)
      .count(),
    2,
  );
  await isFine(builder, 'golden-compared');
});

await step('the browser complained about nothing', async () =>
  assert.deepEqual([...new Set(complaints)], []),
);
await browser.close();
end();
