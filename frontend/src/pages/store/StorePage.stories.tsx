import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { refusal, storeTool } from '../sampleTools';
import { withServer } from '../withServer';
import StorePage from './StorePage';

const SLOW = { timeout: 5_000 };
const meta = {
  component: StorePage,
  parameters: { layout: 'fullscreen' },
  decorators: [
    withServer({
      'GET /v1/store/tools': {
        items: [
          storeTool,
          { ...storeTool, id: 't2', name: { ko: '경비 정산' }, icon: 'calculator', owner: undefined },
          {
            ...storeTool,
            id: 't3',
            name: { en: 'Contract check' },
            icon: 'scales',
            description: { en: 'Reads contracts.' },
          },
        ],
        nextCursor: 'more',
      },
    }),
  ],
} satisfies Meta<typeof StorePage>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Tools: Story = {
  play: async ({ canvas }) => {
    const card = await canvas.findByRole('link', { name: /휴가 도우미/ }, SLOW);
    await expect(card).toHaveAttribute('href', `/store/${storeTool.id}`);
    await expect(canvas.getByRole('button', { name: '더 보기' })).toBeEnabled();
  },
};
export const Empty: Story = {
  decorators: [withServer({ 'GET /v1/store/tools': { items: [] } })],
  play: async ({ canvas }) => {
    await canvas.findByText('아직 쓸 수 있는 도구가 없어요', undefined, SLOW);
    await userEvent.type(canvas.getByRole('searchbox'), '없는 것');
    await waitFor(() => expect(canvas.getByText('찾는 도구가 없어요')).toBeVisible(), SLOW);
  },
};
export const Failing: Story = {
  decorators: [withServer({ 'GET /v1/store/tools': refusal(503, 'unavailable', '지금은 답할 수 없어요') })],
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: '다시 시도' }, SLOW);
  },
};
export const Loading: Story = {
  decorators: [withServer({ 'GET /v1/store/tools': new Promise(() => null) })],
};
export const DarkEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
