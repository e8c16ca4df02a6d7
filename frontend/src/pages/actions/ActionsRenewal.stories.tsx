import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { sent, withServer } from '../withServer';
import ActionsPage from './ActionsPage';
import { admin, difference, remote, server, source } from './sampleSources';

const SLOW = { timeout: 5_000 };

const meta = {
  component: ActionsPage,
  parameters: { layout: 'fullscreen' },
  decorators: [server({ items: [source, remote] })],
} satisfies Meta<typeof ActionsPage>;

export default meta;
type Story = StoryObj<typeof meta>;

/** What was shown is taken, or looked at again when it is another by now. */
export const ReadsASourceAgain: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: '‘구매 시스템’ 다시 읽기' }, SLOW));
    const dialog = within(await within(document.body).findByRole('dialog'));
    await userEvent.type(dialog.getByRole('textbox', { name: /OpenAPI/ }), 'openapi: 3.1.0');
    await userEvent.click(dialog.getByRole('button', { name: '달라진 점 보기' }));
    const list = within(await dialog.findByRole('list', { name: '달라진 작업' }));
    await expect(list.getByText('주문을 만들고 결재를 올린다.')).toBeVisible();
    await expect(list.getByText('없어진 작업')).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: '이대로 바꾸기' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith('POST /v1/action-sources/s1/renewal', {
        expected: 'e1',
        document: 'openapi: 3.1.0',
      }),
    );
    await waitFor(() => expect(within(document.body).queryByRole('dialog')).toBeNull());
    // a server is asked by itself
    await userEvent.click(canvas.getByRole('button', { name: '‘일감 관리’ 다시 읽기' }));
    const other = within(await within(document.body).findByRole('dialog'));
    // the dialog comes into sight by and by
    await waitFor(() => expect(other.getByText('달라진 것이 없어요.')).toBeVisible());
    await expect(other.getByRole('button', { name: '이대로 바꾸기' })).toBeDisabled();
  },
};
export const ChangedWhileLooking: Story = {
  decorators: [
    withServer({
      'GET /v1/me': admin,
      'GET /v1/action-sources': { items: [remote] },
      'GET /v1/action-hosts': { hosts: [] },
      'POST /v1/action-sources/s2/comparison': difference,
      'POST /v1/action-sources/s2/renewal': new Response(
        JSON.stringify({ code: 'conflict', status: 409, title: '이미 있어요', detail: '' }),
        { status: 409, headers: { 'Content-Type': 'application/problem+json' } },
      ),
    }),
  ],
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: '‘일감 관리’ 다시 읽기' }, SLOW));
    const dialog = within(await within(document.body).findByRole('dialog'));
    await userEvent.click(await dialog.findByRole('button', { name: '이대로 바꾸기' }));
    await expect(await dialog.findByText(/보고 있는 사이에 또 바뀌었어요/)).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: '달라진 점 보기' }));
    await expect(await dialog.findByRole('list', { name: '달라진 작업' })).toBeVisible();
  },
};
/** Any other failure is told as it is, and what was shown can be taken once more. */
export const FailsToTakeOver: Story = {
  decorators: [
    withServer({
      'GET /v1/me': admin,
      'GET /v1/action-sources': { items: [remote] },
      'GET /v1/action-hosts': { hosts: [] },
      'POST /v1/action-sources/s2/comparison': difference,
      'POST /v1/action-sources/s2/renewal': new Response(
        JSON.stringify({
          code: 'internal',
          status: 500,
          title: '문제가 생겼어요',
          detail: '잠시 뒤에 다시 해 주세요.',
        }),
        { status: 500, headers: { 'Content-Type': 'application/problem+json' } },
      ),
    }),
  ],
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: '‘일감 관리’ 다시 읽기' }, SLOW));
    const dialog = within(await within(document.body).findByRole('dialog'));
    await userEvent.click(await dialog.findByRole('button', { name: '이대로 바꾸기' }));
    await expect(await dialog.findByRole('alert')).toHaveTextContent('잠시 뒤에 다시 해 주세요.');
    await expect(dialog.queryByText(/보고 있는 사이에 또 바뀌었어요/)).toBeNull();
    await expect(dialog.getByRole('list', { name: '달라진 작업' })).toBeVisible();
    await expect(dialog.getByRole('button', { name: '이대로 바꾸기' })).toBeEnabled();
  },
};
export const ReplacesASecretAndUnmasksAnArgument: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: '‘구매 시스템’의 비밀 바꾸기' }, SLOW));
    const secret = within(await within(document.body).findByRole('dialog'));
    await expect(secret.getByLabelText('비밀을 담을 헤더')).toHaveValue('Authorization');
    await userEvent.type(secret.getByLabelText('헤더에 넣을 값'), 'Bearer new');
    await userEvent.click(secret.getByRole('button', { name: '저장' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith('PUT /v1/action-sources/s1/secret', {
        secret: { header: 'Authorization', value: 'Bearer new' },
      }),
    );
    await waitFor(() => expect(within(document.body).queryByRole('dialog')).toBeNull());
    await userEvent.click(canvas.getByRole('button', { name: /^createOrder: 개인정보/ }));
    const fields = within(await within(document.body).findByRole('dialog'));
    await userEvent.click(fields.getByRole('checkbox', { name: 'phone' }));
    await userEvent.click(fields.getByRole('button', { name: '저장' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith('PUT /v1/action-sources/s1/actions/a1', {
        writing: true,
        personalFields: ['phone'],
        hash: 'f00',
      }),
    );
  },
};
const by = { id: 'p1', name: '최지우' };
const changed = (id: string, change: string, detail: object, source?: string) => ({
  id,
  at: '2026-03-02T01:20:00Z',
  by,
  change,
  detail,
  ...(source ? { source } : {}),
});
export const ChangesNarrowDarkInEnglish: Story = {
  globals: { theme: 'dark', locale: 'en' },
  decorators: [
    (Story) => (
      <div style={{ width: 360 }}>
        <Story />
      </div>
    ),
    withServer({
      'GET /v1/me': admin,
      'GET /v1/action-sources': { items: [source] },
      'GET /v1/action-hosts': { hosts: [] },
      'GET /v1/action-changes?limit=50': {
        items: [
          changed('1', 'source.renewed', { version: 2, added: 1, gone: 0, changed: 2, drafts: 3 }, 'Orders'),
          changed('2', 'secret.put', { header: 'Authorization' }, 'Orders'),
          changed(
            '3',
            'action.set',
            { name: 'createOrder', writing: true, personalFields: ['phone'] },
            'Orders',
          ),
          changed('4', 'hosts.put', { hosts: ['erp.example.com'] }),
          changed('5', 'source.added', { actions: 3 }, 'Orders'),
          changed('6', 'source.removed', {}, 'Orders'),
        ],
      },
    }),
  ],
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Changes' }, SLOW));
    const list = await canvas.findByRole('list', { name: 'Changes' });
    await expect(list.scrollWidth).toBeLessThanOrEqual(360);
    await expect(canvas.getByText(/renewed to version 2: 1 new, 0 gone, 2 changed/)).toBeVisible();
  },
};
