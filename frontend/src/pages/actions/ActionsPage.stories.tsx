import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { sent, withServer } from '../withServer';
import ActionsPage from './ActionsPage';

const SLOW = { timeout: 5_000 };
const admin = { id: 'p1', email: 'a@madang.example', name: '최지우', roles: ['member', 'admin'], groups: [] };
const action = {
  id: 'a1',
  sourceId: 's1',
  source: '구매 시스템',
  name: 'createOrder',
  method: 'POST',
  host: 'erp.example.com',
  path: '/orders',
  writing: true,
  arguments: ['body'],
  personalFields: [],
  hash: 'f00',
};
const source = {
  id: 's1',
  name: '구매 시스템',
  baseUrl: 'https://erp.example.com',
  host: 'erp.example.com',
  hostAllowed: false,
  secretHeader: 'Authorization',
  actions: [action],
  createdAt: '2026-03-02T00:00:00Z',
};
const server = (items: unknown) =>
  withServer({
    'GET /v1/me': admin,
    'GET /v1/action-sources': items,
    'GET /v1/action-hosts': { hosts: ['api.example.com'] },
    'PUT /v1/action-hosts': { hosts: ['api.example.com', 'erp.example.com'] },
    'POST /v1/action-sources': source,
    'PUT /v1/action-sources/s1/actions/a1': source,
  });

const meta = {
  component: ActionsPage,
  parameters: { layout: 'fullscreen' },
  decorators: [server({ items: [source] })],
} satisfies Meta<typeof ActionsPage>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Full: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('switch', { name: /createOrder/ }, SLOW));
    await expect(sent).toHaveBeenCalledWith('PUT /v1/action-sources/s1/actions/a1', {
      writing: false,
      personalFields: [],
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
export const Empty: Story = { decorators: [server({ items: [] })] };
export const Failed: Story = {
  decorators: [server(new Response('{}', { status: 503 }))],
};
export const Loading: Story = { decorators: [server(new Promise(() => {}))] };
export const DarkInEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
