// Models as people and administrators meet them; for a stack with OPENAI_BASE_URL and OPENAI_MODELS=fake,….
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { complaints, launch, open, signIn, SITE } from './browser';
import { LOOKS, overflow, picture, violations, wear } from './inspect';
import { answered, ask } from './steps';

const browser = await launch();
const employee = await open(browser);
const admin = await open(browser);
let failed = 0;

async function step(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    console.log(`ok    ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}\n      ${String(error).split('\n').slice(0, 6).join('\n      ')}`);
  }
}

const picker = (page: Page) => page.getByRole('button', { name: /^(답할 모델|Answered by)/ });

async function looks(page: Page, name: string, settle: () => Promise<unknown>): Promise<void> {
  for (const look of LOOKS) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await wear(page, look);
    await settle();
    await picture(page, `${name}-${look.locale}-${look.theme}`);
    assert.deepEqual(await violations(page), [], `${name} ${look.locale} ${look.theme}`);
    await page.setViewportSize({ width: 360, height: 740 });
    await picture(page, `${name}-${look.locale}-${look.theme}-phone`);
    assert.equal(await overflow(page), 0, `${name} ${look.locale} ${look.theme} overflows`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await wear(page, { locale: 'ko', theme: 'light' });
}

await step('an employee chooses a model by keyboard, and a reload remembers it', async () => {
  await signIn(employee, 'employee');
  await picker(employee).focus();
  await employee.keyboard.press('Enter');
  await employee.getByRole('menu').waitFor();
  await picture(employee, 'model-picker');
  assert.deepEqual(await violations(employee), []);
  await employee.keyboard.press('End');
  await employee.keyboard.press('f');
  await employee.keyboard.press('Enter');
  await employee.reload();
  await employee.getByRole('button', { name: '답할 모델: fake' }).waitFor();
});

await step('sees what a question likely costs, asks, and reads the receipt', async () => {
  await employee
    .getByRole('textbox', { name: '질문' })
    .fill('제 번호 010-1234-5678 로 연락 주세요. 연차는 며칠인가요?');
  await employee.locator('[data-estimate]').waitFor();
  await picture(employee, 'model-estimate');
  await ask(employee, '제 번호 010-1234-5678 로 연락 주세요. 연차는 며칠인가요?');
  await answered(employee);
  await employee.getByText('개인정보 1건을 가리고 물어봤어요').waitFor();
  await employee.locator('[data-receipt]').click();
  await employee.getByRole('dialog').getByText('전화번호 1').waitFor();
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

await step('answers again with another model, which fails over and says so', async () => {
  await employee.reload();
  await employee.getByRole('button', { name: '다른 모델로 다시 답변' }).last().click();
  await employee.getByRole('menuitemradio', { name: /fake-fail-500/ }).click();
  await employee.getByText('2 / 2').first().waitFor();
  await answered(employee);
  await employee.getByText(/앞선 모델이 멈춰/).waitFor();
  await picture(employee, 'failover');
});

await step('an administrator prices, tests and switches a model off, and it is gone for people', async () => {
  await signIn(admin, 'admin');
  await admin.goto(`${SITE}/models`);
  await admin.getByRole('button', { name: 'fake 시험하기' }).click();
  await admin.getByText(/답했어요\. 첫 낱말까지/).waitFor();
  await admin.getByRole('button', { name: 'fake 고치기' }).click();
  await admin.getByLabel('읽기', { exact: true }).fill('1000');
  await admin.getByLabel('쓰기', { exact: true }).fill('4000');
  await admin.getByLabel('통화').fill('KRW');
  await picture(admin, 'model-edit');
  assert.deepEqual(await violations(admin), []);
  await admin.getByRole('button', { name: '저장' }).click();
  await admin.getByRole('dialog').waitFor({ state: 'detached' });
  await admin.getByText(/읽기 ₩1,000/).waitFor();
  await employee.reload();
  await employee.getByRole('textbox', { name: '질문' }).fill('연차는 며칠인가요?');
  await employee.locator('[data-estimate]', { hasText: '₩' }).waitFor();
  await employee.keyboard.press('Enter');
  await answered(employee);
  await employee.locator('[data-receipt]', { hasText: '₩' }).waitFor();
  await picture(employee, 'model-cost');
  await admin.getByRole('switch', { name: 'fake 쓰기' }).click();
  await admin.locator('[role=switch][aria-label="fake 쓰기"][aria-checked=false]').waitFor();
  await employee.goto(`${SITE}/`);
  await picker(employee).click();
  await employee.getByRole('menu').waitFor();
  assert.equal(await employee.getByRole('menuitemradio', { name: 'fake', exact: true }).count(), 0);
  await admin.getByRole('button', { name: 'fake 고치기' }).click();
  await admin.getByRole('button', { name: '처음 값으로' }).click();
  await admin.getByRole('dialog').waitFor({ state: 'detached' });
});

await step('sets a key, of which only the end is shown, and removes it', async () => {
  await admin.getByRole('button', { name: '제공자와 키' }).click();
  await admin.getByRole('button', { name: 'Anthropic 키' }).click();
  await admin.getByLabel('키', { exact: true }).fill('sk-ant-of-the-journey-9x7q');
  await admin.getByRole('button', { name: '키 넣기' }).click();
  await admin.getByText('····9x7q').waitFor();
  assert.doesNotMatch(await admin.content(), /of-the-journey/);
  await picture(admin, 'providers');
  await admin.getByRole('button', { name: 'Anthropic 키' }).click();
  await admin.getByRole('button', { name: '키 지우기' }).click();
  await admin.getByText('····9x7q').waitFor({ state: 'detached' });
});

await step('tries a pattern on a text, and is told in words what is wrong with one', async () => {
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

for (const [tab, ko, en] of [
  ['models', '모델', 'Models'],
  ['providers', '제공자와 키', 'Providers and keys'],
  ['masks', '가림 규칙', 'Masking'],
] as const)
  await step(`administration of ${tab} looks right everywhere`, () =>
    looks(admin, `admin-${tab}`, async () => {
      await admin.getByRole('heading', { level: 1 }).waitFor();
      await admin.getByRole('button', { name: new RegExp(`^(${ko}|${en})$`) }).click();
      await admin.locator('section li, form').first().waitFor();
    }),
  );

await step('the browser complained about nothing', async () =>
  assert.deepEqual([...new Set(complaints)], []),
);
await browser.close();
process.exit(failed ? 1 : 0);
