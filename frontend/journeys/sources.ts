import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { open, signIn, SITE } from './browser';

/** An API of two operations; the summary of the first and the name of the second are what changes. */
const api = (summary: string, second: string) =>
  JSON.stringify({
    openapi: '3.1.0',
    paths: {
      '/orders': {
        post: {
          operationId: 'createOrder',
          summary,
          requestBody: {
            content: {
              'application/json': { schema: { type: 'object', properties: { phone: { type: 'string' } } } },
            },
          },
        },
      },
      [`/${second}`]: { get: { operationId: second } },
    },
  });

/** Brings an API in, lets one argument carry private values, puts its secret anew and reads it again. */
export async function keepsASource(
  browser: Browser,
  tag: string,
  isFine: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const admin = await open(browser);
  const dialog = admin.getByRole('dialog');
  const name = `구매 ${tag}`;
  await signIn(admin, 'admin');
  await admin.goto(`${SITE}/actions`);
  await admin.getByRole('button', { name: 'API나 MCP 서버 더하기' }).first().click();
  await dialog.getByLabel('이름').fill(name);
  await dialog.getByLabel('OpenAPI 문서 (JSON이나 YAML)').fill(api('주문을 만든다.', 'listOrders'));
  await dialog.getByLabel('주소 (비우면 문서에 적힌 주소)').fill('https://8.8.8.8/v1');
  await dialog.getByRole('button', { name: '저장' }).click();
  const source = admin.getByRole('listitem').filter({ has: admin.getByText(name, { exact: true }) });
  await source.getByText('createOrder', { exact: true }).waitFor();

  await source.getByRole('button', { name: /^createOrder: 개인정보는 모두 가리고/ }).click();
  await dialog.getByRole('checkbox', { name: 'phone' }).check();
  await isFine(admin, 'actions-personal');
  await dialog.getByRole('button', { name: '저장' }).click();
  await source.getByRole('button', { name: /그대로 보낼 인자: phone/ }).waitFor();

  await admin.getByRole('button', { name: `‘${name}’의 비밀 바꾸기` }).click();
  await dialog.getByLabel('비밀을 담을 헤더').fill('Authorization');
  await dialog.getByLabel('헤더에 넣을 값').fill('Bearer journey');
  await isFine(admin, 'actions-secret');
  await dialog.getByRole('button', { name: '저장' }).click();
  await dialog.waitFor({ state: 'detached' });

  await admin.getByRole('button', { name: `‘${name}’ 다시 읽기` }).click();
  await dialog
    .getByLabel('OpenAPI 문서 (JSON이나 YAML)')
    .fill(api('주문을 만들고 결재를 올린다.', 'listBills'));
  await dialog.getByRole('button', { name: '달라진 점 보기' }).click();
  await dialog.getByText('주문을 만들고 결재를 올린다.').waitFor();
  await dialog.getByText('없어진 작업').waitFor();
  await isFine(admin, 'actions-renew');
  await dialog.getByRole('button', { name: '이대로 바꾸기' }).click();
  await dialog.waitFor({ state: 'detached' });
  await source.getByText('listBills', { exact: true }).waitFor();
  assert.equal(await source.getByText('listOrders', { exact: true }).count(), 0);
  await isFine(admin, 'actions-sources');

  await admin.getByRole('button', { name: '바꾼 기록' }).click();
  await admin
    .getByText(new RegExp(`${name} 2번째 정의로 바꿨어요. 새 작업 1개, 없어진 작업 1개, 바뀐 작업 1개`))
    .waitFor();
  await isFine(admin, 'actions-changes');
  await admin.getByRole('button', { name: '주소와 API' }).click();
  await admin.getByRole('button', { name: `‘${name}’ 빼기` }).click();
  await dialog.getByRole('button', { name: '빼기' }).click();
  await source.waitFor({ state: 'detached' });
  await admin.close();
}
