import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { open, signIn, SITE } from './browser';
import { overflow, picture, violations } from './inspect';

const turns = async (admin: Page, name: string, on: boolean) => {
  await admin.getByRole('switch', { name: `${name} 쓰기` }).click();
  await admin.locator(`[role=switch][aria-label="${name} 쓰기"][aria-checked=${String(on)}]`).waitFor();
};

/** A tool names a model that goes before it is handed in: it is refused in words, and taken once the model is back. */
export async function handsInWithoutItsModel(browser: Browser, admin: Page, name: string, id: string) {
  const builder = await open(browser);
  const dialog = builder.getByRole('dialog');
  const submits = async () => {
    await builder.getByRole('button', { name: '검토받기', exact: true }).click();
    await dialog.getByRole('button', { name: '검토받기' }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  await signIn(builder, 'builder');
  await builder.goto(`${SITE}/studio/new`);
  await builder.getByRole('button', { name: /^빈 도구/ }).click();
  await builder.getByLabel('한국어 이름').fill(`모델이 간 도구 ${Date.now().toString(36)}`);
  await builder.getByLabel('한국어 설명').fill('모델이 있어야 답해요.');
  await builder.getByLabel('지시').fill('짧게 답한다.');
  await builder.getByLabel('모델', { exact: true }).selectOption({ label: name });
  await builder.getByRole('button', { name: '저장' }).click();
  await builder.getByText('모두 저장했어요').waitFor();
  await turns(admin, name, false);
  await submits();
  await builder.getByText('이 도구의 모델을 쓸 수 없어요').waitFor();
  await builder.getByText(`‘${id}’ 모델은 지금 아무도 고를 수 없어요. 다른 모델을 고르거나`).waitFor();
  await picture(builder, 'gone-model');
  assert.deepEqual(await violations(builder), []);
  await builder.setViewportSize({ width: 360, height: 740 });
  await picture(builder, 'gone-model-phone');
  assert.equal(await overflow(builder), 0);
  await builder.setViewportSize({ width: 1280, height: 800 });
  await turns(admin, name, true);
  await builder.reload();
  await submits();
  await builder.locator('[data-status=SUBMITTED]').first().waitFor();
  await builder.getByRole('button', { name: '검토 취소' }).click();
  await builder.locator('[data-status=DRAFT]').first().waitFor();
  await builder.close();
}
