import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { sent, withServer } from '../withServer';
import { admin, remote, server, source } from './sampleSources';
import ActionsPage from './ActionsPage';

const SLOW = { timeout: 5_000 };
const meta = {
  component: ActionsPage,
  parameters: { layout: 'fullscreen' },
  decorators: [server({ items: [source, remote] })],
} satisfies Meta<typeof ActionsPage>;

export default meta;
type Story = StoryObj<typeof meta>;

const call = (id: string, outcome: string, more: object) => ({
  id,
  at: '2026-03-02T01:20:00Z',
  by: { id: 'p2', name: '김하늘' },
  tool: { id: 't1', name: { ko: '주문 도우미', en: 'Orders' } },
  action: 'createOrder',
  host: 'erp.example.com',
  confirmed: false,
  outcome,
  ...more,
});
const calls = {
  items: [
    call('c1', 'done', { confirmed: true }),
    call('c2', 'refused', { reason: 'host_not_allowed', host: 'evil.example', tool: { id: 't2' } }),
  ],
  nextCursor: 'c2',
};

export const ReadByAnAuditor: Story = {
  decorators: [
    withServer({
      'GET /v1/me': { ...admin, roles: ['member', 'auditor'] },
      'GET /v1/action-calls?limit=50': calls,
      'GET /v1/action-calls?limit=50&cursor=c2': { items: [call('c3', 'declined', {})] },
    }),
  ],
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('마쳤어요.', {}, SLOW)).toBeVisible();
    await expect(canvas.getByText('질문한 사람이 허용')).toBeVisible();
    await expect(canvas.getByText('허용된 주소가 아니라서 부르지 않았어요.')).toBeVisible();
    await expect(canvas.getByText('내가 열 수 없는 도구')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: '더 보기' }));
    await expect(await canvas.findByText('허용하지 않았어요.')).toBeVisible();
    await expect(canvas.queryByText('주소와 API')).toBeNull();
    await expect(sent).not.toHaveBeenCalledWith('GET /v1/action-hosts', undefined);
  },
};
export const CallsNarrowDarkInEnglish: Story = {
  globals: { theme: 'dark', locale: 'en' },
  decorators: [
    (Story) => (
      <div style={{ width: 360 }}>
        <Story />
      </div>
    ),
    withServer({
      'GET /v1/me': admin,
      'GET /v1/action-sources': { items: [] },
      'GET /v1/action-calls': calls,
    }),
  ],
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Calls' }, SLOW));
    const list = await canvas.findByRole('list', { name: 'Calls' });
    await expect(list.scrollWidth).toBeLessThanOrEqual(360);
    await expect(canvas.getByText('a tool that you may not open')).toBeVisible();
  },
};

export const Full: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('switch', { name: /createOrder/ }, SLOW));
    await expect(sent).toHaveBeenCalledWith('PUT /v1/action-sources/s1/actions/a1', {
      writing: false,
      personalFields: [],
      hash: 'f00',
    });
    await userEvent.type(
      await canvas.findByRole('textbox', { name: '부를 수 있는 주소' }),
      '\nERP.example.com',
    );
    await userEvent.click(canvas.getByRole('button', { name: '저장' }));
    await expect(sent).toHaveBeenCalledWith('PUT /v1/action-hosts', {
      hosts: ['api.example.com', 'erp.example.com'],
    });
  },
};
export const AddsAnMcpServer: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    // its server does not say that it only reads, so nobody here can say so
    await expect(await canvas.findByRole('switch', { name: /create_issue/ }, SLOW)).toBeDisabled();
    await expect(canvas.getByRole('switch', { name: /list_issues/ })).toBeEnabled();
    await userEvent.click(canvas.getByRole('button', { name: 'API나 MCP 서버 더하기' }));
    const dialog = within(await within(document.body).findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'MCP 서버' }));
    await expect(dialog.queryByRole('textbox', { name: /OpenAPI/ })).toBeNull();
    await userEvent.type(dialog.getByRole('textbox', { name: '이름' }), '일감 관리');
    await expect(dialog.getByRole('button', { name: '저장' })).toBeDisabled();
    await userEvent.type(
      dialog.getByRole('textbox', { name: 'MCP 서버의 주소' }),
      'https://mcp.example.com/mcp',
    );
    await userEvent.click(dialog.getByRole('button', { name: '저장' }));
    await expect(sent).toHaveBeenCalledWith('POST /v1/action-sources', {
      kind: 'mcp',
      name: '일감 관리',
      baseUrl: 'https://mcp.example.com/mcp',
    });
  },
};
export const Empty: Story = { decorators: [server({ items: [] })] };
export const Failed: Story = {
  decorators: [server(new Response('{}', { status: 503 }))],
};
export const Loading: Story = { decorators: [server(new Promise(() => {}))] };
export const DarkInEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
