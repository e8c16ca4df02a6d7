import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import ActionCard from './ActionCard';

const action = {
  kind: 'action',
  id: 'a1',
  state: 'waiting',
  name: 'createOrder',
  source: '구매 시스템',
  host: 'erp.example.com',
  method: 'POST',
  path: '/orders',
  writing: true,
  arguments: [{ name: 'body', value: '{\n  "item": "연필",\n  "count": 12\n}' }],
  hash: 'f00',
} as const;

const meta = {
  component: ActionCard,
  args: { action: { ...action, arguments: [...action.arguments] }, onDecide: fn(async () => {}) },
  // as in a conversation, whose title is the heading above it
  decorators: [
    (Story) => (
      <>
        <h1 className="truncate text-sm font-semibold text-ink-2">{'연필 주문'}</h1>
        <Story />
      </>
    ),
  ],
} satisfies Meta<typeof ActionCard>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Waiting: Story = {
  play: async ({ canvas, args }) => {
    await expect(canvas.getByText('POST erp.example.com/orders')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: '허용' }));
    await expect(args.onDecide).toHaveBeenCalledWith(args.action, true);
  },
};
export const WaitingDarkInEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
export const Refused: Story = {
  args: { action: { ...action, arguments: [], state: 'refused', reason: 'host_not_allowed' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/허용된 주소가 아니라서/)).toBeVisible();
  },
};
export const Changed: Story = {
  args: { action: { ...action, arguments: [], state: 'refused', reason: 'changed' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/바뀐 작업이라/)).toBeVisible();
  },
};
