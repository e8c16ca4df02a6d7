// Models as people and administrators meet them. The stack allows models on this machine: MODEL_PRIVATE_ADDRESSES=true.
//   MADANG_URL=http://127.0.0.1:8080 npm run journey:models
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { addsModel, addsProvider, closesTheBudget, confirms, opensTheBudget } from './administers';

import { complaints, launch, open, signIn, SITE } from './browser';
import { wayToTheSite } from './cutting';
import { handsInWithoutItsModel } from './goneModel';
import { addsVendor, puts, readsTheCost, resets } from './governs';
import { looks, overflow, picture, violations } from './inspect';
import { keeps } from './keys';
import { answered, ask } from './steps';
import { resumes, stops } from './streams';
import { COUNTED, startUpstream } from './upstream';

const KEY = 'sk-of-the-journey-9x7q';
const PHONE = '010-1234-5678';
const QUESTION = `제 번호 ${PHONE} 로 연락 주세요. 연차는 며칠인가요?`;

const upstream = await startUpstream(KEY);
const browser = await launch();
const employee = await open(browser);
const admin = await open(browser);
let passed = 0;
let failed = 0;

async function step(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    passed++;
    console.log(`ok    ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}\n      ${String(error).split('\n').slice(0, 6).join('\n      ')}`);
    await picture(admin, `failed-${failed}-admin`).catch(() => null);
    await picture(employee, `failed-${failed}-employee`).catch(() => null);
  }
}

const picker = (page: Page) => page.getByRole('button', { name: /^(답할 모델|Answered by)/ });

await step('an administrator adds a provider, its key and three models in the site', async () => {
  await signIn(admin, 'admin');
  await addsProvider(admin, 'journey', '여정', upstream.address, KEY);
  assert.doesNotMatch(await admin.content(), /of-the-journey/);
  await picture(admin, 'providers');
  for (const [id, name, vendorName] of [
    ['steady', '한결', 'steady'],
    ['breaking', '끊김', 'breaking'],
    ['slow', '느림', 'slow'],
  ] as const)
    await addsModel(admin, { id, name, vendorName, provider: '여정', images: id === 'steady' });
  await admin.getByLabel('고르지 않은 사람에게는').selectOption({ label: '한결' });
});

await step('a test tells how fast a model is, and of one that breaks why and what to do', async () => {
  await admin.getByRole('button', { name: '한결 시험하기' }).click();
  await admin.getByText(/답했어요\. 첫 낱말까지/).waitFor();
  await admin.getByRole('button', { name: '끊김 시험하기' }).click();
  await admin.getByText(/답하지 못했어요\. .+ 이렇게 해 보세요/).waitFor();
  await picture(admin, 'model-tests');
  assert.deepEqual(await violations(admin), []);
});

await step('an employee chooses a model by keyboard, and a reload remembers it', async () => {
  await signIn(employee, 'employee');
  await picker(employee).focus();
  await employee.keyboard.press('Enter');
  await employee.getByRole('menu').waitFor();
  await picture(employee, 'model-picker');
  assert.deepEqual(await violations(employee), []);
  await employee.keyboard.press('End');
  await employee.getByRole('menuitemradio', { name: /^한결/ }).press('Enter');
  await employee.reload();
  await employee.getByRole('button', { name: '답할 모델: 한결' }).waitFor();
});

await step(
  'sees what a question likely costs; its phone number stays here and comes back in the answer',
  async () => {
    await employee.getByRole('textbox', { name: '질문' }).fill(QUESTION);
    await employee.locator('[data-estimate]', { hasText: '₩' }).waitFor();
    await picture(employee, 'model-estimate');
    await ask(employee, QUESTION);
    await answered(employee);
    await employee.getByText('개인정보 1건을 가리고 물어봤어요').waitFor();
    await employee.getByText(`${PHONE} 번호로 알려 드릴게요`).waitFor();
    assert.ok(
      upstream.received.some((text) => text.includes('[[PHONE_1]]')),
      'no placeholder was sent',
    );
    assert.ok(!upstream.received.some((text) => text.includes(PHONE)), 'the number left the house');
  },
);

await step('reads the receipt: model, cost, what was masked', async () => {
  await employee.locator('[data-receipt]', { hasText: '₩' }).click();
  await employee.getByRole('dialog').getByText('전화번호 1').waitFor();
  await employee.getByRole('dialog').getByText('120 토큰').waitFor();
  await picture(employee, 'receipt');
  assert.deepEqual(await violations(employee), []);
  await employee.keyboard.press('Escape');
});

await step('the answer and its receipt look right everywhere', () =>
  looks(employee, 'receipt', async () => {
    await employee.locator('[data-receipt]').waitFor();
    await employee.locator('[data-receipt]').click();
    await employee.getByRole('dialog').waitFor();
  }),
);

await step('a model breaks off in the middle, another goes on, and the reader is told', async () => {
  await employee.reload();
  await employee.getByRole('button', { name: '다른 모델로 다시 답변' }).last().click();
  await employee.getByRole('menuitemradio', { name: /^끊김/ }).click();
  await employee.getByText('2 / 2').first().waitFor();
  await answered(employee);
  await employee.getByText(/앞선 모델이 멈춰/).waitFor();
  const said = await employee.getByRole('log').innerText();
  assert.match(said, /연차는 한 해에 15일이에요\. 010-1234-5678 번호로 알려 드릴게요\. 더 궁금한/);
  await picture(employee, 'failover');
  await employee.locator('[data-receipt]').click();
  await employee.getByRole('dialog').getByText('끊김', { exact: true }).waitFor();
  await picture(employee, 'failover-receipt');
  await employee.keyboard.press('Escape');
});

await step(
  'an answer is stopped in the middle: what was written stays, and the model writes no more',
  async () => {
    const before = upstream.leftAlone();
    const took = await stops(employee, /^느림/, () => picture(employee, 'stopped'));
    console.log(`      ended ${took} ms after the wish`);
    assert.ok(took < 2_000, `${took} ms`);
    assert.equal(upstream.leftAlone(), before + 1);
  },
);

await step('a stream that breaks off goes on where it was, whole and not doubled', async () => {
  const way = await wayToTheSite();
  const builder = await open(browser, { proxy: way.proxy });
  await signIn(builder, 'builder');
  await resumes(builder, way, /^느림/, COUNTED, () => picture(builder, 'reconnecting')).finally(way.stop);
  await builder.context().close();
});

await step('a picture goes to a model that reads pictures, and stays in the thread', async () => {
  await employee.goto(`${SITE}/`);
  await picker(employee).click();
  await employee.getByRole('menuitemradio', { name: /^한결/ }).click();
  await employee.locator('[data-composer] input[type=file]').setInputFiles([
    { name: '영수증.png', mimeType: 'image/png', buffer: await employee.screenshot() },
    { name: '글.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') },
  ]);
  await employee.getByRole('img', { name: '영수증.png' }).waitFor();
  await employee.getByText('PNG, JPEG, WebP, GIF').waitFor();
  await picture(employee, 'pictures-composer');
  assert.deepEqual(await violations(employee), []);
  await employee.getByRole('textbox', { name: '질문', exact: true }).fill('이 그림은 무엇인가요?');
  await employee.keyboard.press('Enter');
  await employee.waitForURL('**/c/**');
  await answered(employee);
  await employee.getByText('그림 1장을 봤어요').waitFor();
  assert.ok(upstream.received.some((text) => text.includes('data:image/png;base64,')));
  await employee.reload();
  await employee.getByRole('img', { name: '그림 1' }).waitFor();
  await looks(employee, 'pictures', () => employee.getByRole('log').getByRole('img').first().waitFor());
});

await step('an administrator reprices a model and switches it off, and it is gone for people', async () => {
  await admin.getByRole('button', { name: '한결 고치기' }).click();
  await admin.getByLabel('읽기', { exact: true }).fill('2000');
  await picture(admin, 'model-edit');
  assert.deepEqual(await violations(admin), []);
  await admin.getByRole('button', { name: '저장' }).click();
  await admin.getByRole('dialog').waitFor({ state: 'detached' });
  await admin.getByText(/읽기 ₩2,000/).waitFor();
  await admin.getByRole('switch', { name: '끊김 쓰기' }).click();
  await admin.locator('[role=switch][aria-label="끊김 쓰기"][aria-checked=false]').waitFor();
  await employee.goto(`${SITE}/`);
  await picker(employee).click();
  await employee.getByRole('menu').waitFor();
  assert.equal(await employee.getByRole('menuitemradio', { name: /^끊김/ }).count(), 0);
  await employee.keyboard.press('Escape');
});

await step('a tool whose model is switched off is not handed in, and is once it is back', () =>
  handsInWithoutItsModel(browser, admin, '느림', 'slow'),
);

await step('an administrator says who answers fast, and the next question goes there', async () => {
  await puts(admin, '빠른 답', '한결', async () => {
    await picture(admin, 'policy-edit');
    assert.deepEqual(await violations(admin), []);
    await admin.setViewportSize({ width: 360, height: 740 });
    await picture(admin, 'policy-edit-phone');
    assert.equal(await overflow(admin), 0);
    await admin.setViewportSize({ width: 1280, height: 800 });
  });
  // instances keep the setting for five seconds
  await employee.waitForTimeout(6_000);
  await employee.goto(`${SITE}/`);
  await picker(employee).click();
  await employee.getByRole('menuitemradio', { name: /^빠른 답/ }).click();
  const before = upstream.received.length;
  await ask(employee, '휴가는 어떻게 내나요?');
  await answered(employee);
  assert.ok(upstream.received.length > before);
  await admin.getByRole('switch', { name: '빠른 답 쓰기' }).click();
  await admin.locator('[role=switch][aria-label="빠른 답 쓰기"][aria-checked=false]').waitFor();
  await employee.waitForTimeout(6_000);
  await employee.goto(`${SITE}/`);
  await picker(employee).click();
  await employee.getByRole('menu').waitFor();
  assert.equal(await employee.getByRole('menuitemradio', { name: /^빠른 답/ }).count(), 0);
  await employee.keyboard.press('Escape');
});

await step('policies look right everywhere, and one is put back as it was shipped', async () => {
  await looks(admin, 'admin-policies', async () => {
    await admin.getByRole('heading', { level: 1 }).waitFor();
    await admin.getByRole('button', { name: /^(기준|Policies)$/ }).click();
    await admin.locator('section ol li').first().waitFor();
  });
  await resets(admin, '빠른 답', () => picture(admin, 'policy-reset'));
  await admin.locator('[role=switch][aria-label="빠른 답 쓰기"][aria-checked=true]').waitFor();
});

await step('a provider of each kind is added; a hostile name is only a name', async () => {
  const hostile = '<img src=x onerror=alert(1)>=cmd';
  const vertex = await addsVendor(admin, 'Vertex AI', 'journey-vertex', 'Vertex 서울');
  await vertex.getByLabel('Google Cloud 프로젝트 ID').fill('journey-models');
  await picture(admin, 'provider-vertex');
  assert.deepEqual(await violations(admin), []);
  await vertex.getByRole('button', { name: '저장' }).click();
  await vertex.waitFor({ state: 'detached' });
  await admin
    .getByText('https://asia-northeast3-aiplatform.googleapis.com/v1/projects/journey-models', {
      exact: false,
    })
    .waitFor();
  const vendor = await addsVendor(admin, 'Anthropic', 'journey-claude', hostile);
  await vendor.getByLabel('키', { exact: true }).fill('sk-ant-journey-0000');
  await picture(admin, 'provider-anthropic');
  await vendor.getByRole('button', { name: '저장' }).click();
  await vendor.waitFor({ state: 'detached' });
  await admin.getByText(hostile, { exact: true }).waitFor();
  assert.equal(await admin.locator('img[src=x]').count(), 0);
  assert.doesNotMatch(await admin.content(), /ant-journey/);
  for (const name of ['Vertex 서울', hostile]) {
    await admin.getByRole('button', { name: `${name} 고치기`, exact: true }).click();
    await admin.getByRole('button', { name: /제공자와 모델 0개 지우기/ }).click();
    await admin.getByRole('dialog').getByRole('button', { name: '삭제', exact: true }).click();
    await admin.getByText(name, { exact: true }).waitFor({ state: 'detached' });
  }
});

await step('who changed what is written down, from what to what, and looks right everywhere', () =>
  looks(admin, 'model-changes', async () => {
    await admin.goto(`${SITE}/models`);
    await admin.getByRole('button', { name: /^(바뀐 기록|History)$/ }).click();
    const repriced = admin.getByRole('listitem').filter({ hasText: /(모델|Model) 한결 (바꿨어요|changed)/ });
    await repriced.filter({ hasText: '2,000' }).first().waitFor();
    assert.doesNotMatch(await admin.content(), /of-the-journey/);
  }),
);

await step('reads what it all cost, as a chart, a table and a file', () =>
  readsTheCost(admin, '한결', async (name) => {
    await picture(admin, name);
    assert.deepEqual(await violations(admin), []);
  }),
);

await step('the cost looks right everywhere', () =>
  looks(admin, 'usage-company', async () => {
    await admin.locator('canvas').waitFor();
    await admin.getByRole('row').nth(1).waitFor();
  }),
);

await step('a budget that is used up refuses in words, and asks again when it is lifted', async () => {
  await closesTheBudget(admin);
  try {
    // budgets are kept for five seconds where they are read
    await employee.waitForTimeout(6_000);
    await employee.goto(`${SITE}/`);
    await ask(employee, '출장비는 얼마인가요?');
    await employee.getByRole('alert').filter({ hasText: '예산' }).first().waitFor();
    await picture(employee, 'budget-refused');
    assert.deepEqual(await violations(employee), []);
  } finally {
    await opensTheBudget(admin);
  }
});

await step('a key is made, shown once, works with an OpenAI request, and is revoked', () =>
  keeps(employee, (name) => picture(employee, name)),
);

await step('keys look right everywhere', () =>
  looks(employee, 'keys', () => employee.locator('pre').waitFor()),
);

await step('a person is suspended and may come in again, each after being asked', async () => {
  await admin.goto(`${SITE}/people`);
  await admin.getByRole('button', { name: '김하늘 정지하기' }).click();
  await confirms(admin, /API 키.*1분 안에/, '정지하기', () => picture(admin, 'suspend'));
  await admin.getByText('정지됨').waitFor();
  await picture(admin, 'suspended');
  assert.deepEqual(await violations(admin), []);
  await admin.getByRole('button', { name: '김하늘 정지 풀기' }).click();
  await confirms(admin, /다시 로그인/, '정지 풀기', () => picture(admin, 'resume'));
  await admin.getByText('정지됨').waitFor({ state: 'detached' });
});

await step('tries a pattern on a text, and is told in words what is wrong with one', async () => {
  await admin.goto(`${SITE}/models`);
  await admin.getByRole('button', { name: '가림 규칙' }).click();
  await admin.getByLabel('이름').fill('사번');
  await admin.getByLabel('대신 보낼 표시').fill('employee');
  await admin.getByLabel('정규식(RE2)').fill('EMP-[0-9]{6}');
  await admin.getByLabel('시험할 글').fill('EMP-123456 사원 010-1234-5678');
  await admin.getByRole('button', { name: '가려 보기' }).click();
  await admin.getByText('[[EMPLOYEE_1]] 사원 [[PHONE_1]]').waitFor();
  await picture(admin, 'masks');
  await admin.getByLabel('정규식(RE2)').fill('(?=x)');
  await admin.getByRole('button', { name: '규칙 더하기' }).click();
  await admin.getByText('정규식을 읽을 수 없어요', { exact: false }).waitFor();
});

await step('the same question gets the same answer again once an administrator allows it', async () => {
  await admin.getByRole('button', { name: '답 다시 쓰기' }).click();
  await admin.getByRole('switch', { name: '같은 질문에 같은 답 쓰기' }).click();
  await admin.locator('[role=switch][aria-checked=true]').waitFor();
  // instances keep the setting for five seconds
  await employee.waitForTimeout(6_000);
  const before = upstream.received.length;
  for (let time = 0; time < 2; time++) {
    await employee.goto(`${SITE}/`);
    await ask(employee, '경조금은 얼마인가요?');
    await answered(employee);
  }
  assert.equal(upstream.received.length, before + 1);
  await admin.reload();
  await admin.getByRole('button', { name: '답 다시 쓰기' }).click();
  await admin.getByText('50%').waitFor();
  await picture(admin, 'answer-cache');
  assert.deepEqual(await violations(admin), []);
  await admin.getByRole('switch', { name: '같은 질문에 같은 답 쓰기' }).click();
  await admin.locator('[role=switch][aria-checked=false]').waitFor();
});

for (const [tab, ko, en] of [
  ['models', '모델', 'Models'],
  ['providers', '제공자와 키', 'Providers and keys'],
  ['masks', '가림 규칙', 'Masking'],
  ['cache', '답 다시 쓰기', 'Answers again'],
] as const)
  await step(`administration of ${tab} looks right everywhere`, () =>
    looks(admin, `admin-${tab}`, async () => {
      await admin.getByRole('heading', { level: 1 }).waitFor();
      await admin.getByRole('button', { name: new RegExp(`^(${ko}|${en})$`) }).click();
      await admin.locator('section li, form, dl').first().waitFor();
    }),
  );

await step('people look right everywhere', async () => {
  await admin.goto(`${SITE}/people`);
  await looks(admin, 'people-suspension', () => admin.locator('section li').first().waitFor());
});

await step('a model, a key and a provider are removed, each after its effect was read', async () => {
  await admin.goto(`${SITE}/models`);
  await admin.getByRole('button', { name: '끊김 고치기' }).click();
  await admin.getByRole('button', { name: '이 모델 지우기' }).click();
  await confirms(admin, /되돌릴 수 없어요/, '삭제', () => picture(admin, 'model-remove'));
  await admin.getByRole('button', { name: '제공자와 키' }).click();
  await admin.getByRole('button', { name: '여정 키', exact: true }).click();
  await admin.getByRole('button', { name: '키 지우기' }).click();
  await confirms(admin, /답하지 못해요/, '키 지우기', () => picture(admin, 'key-remove'));
  await admin.getByRole('button', { name: '여정 고치기' }).click();
  await admin.getByRole('button', { name: /제공자와 모델 \d+개 지우기/ }).click();
  await confirms(admin, /모델 2개/, '삭제', () => picture(admin, 'provider-remove'));
  await admin.getByText('여정', { exact: true }).waitFor({ state: 'detached' });
});

await step('the browser complained about nothing', async () =>
  assert.deepEqual([...new Set(complaints)], []),
);
await browser.close();
upstream.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
