import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { line, refusal, reviewer, submitted } from '../sampleTools';
import { withServer } from '../withServer';
import ReviewsPage from './ReviewsPage';

const SLOW = { timeout: 5_000 };
const server = (tools: unknown) => withServer({ 'GET /v1/me': reviewer, 'GET /v1/reviews': tools });
const meta = {
  component: ReviewsPage,
  parameters: { layout: 'fullscreen' },
  decorators: [server({ items: [line(submitted)] })],
} satisfies Meta<typeof ReviewsPage>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Waiting: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('link', { name: /휴가 도우미/ }, SLOW)).toHaveAttribute(
      'href',
      `/reviews/${submitted.id}`,
    );
  },
};
export const Empty: Story = {
  decorators: [server({ items: [] })],
  play: async ({ canvas }) => {
    await canvas.findByText('기다리는 도구가 없어요', undefined, SLOW);
  },
};
export const Failing: Story = {
  decorators: [server(refusal(503, 'unavailable', '지금은 답할 수 없어요'))],
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: '다시 시도' }, SLOW);
  },
};
export const Loading: Story = { decorators: [server(new Promise(() => null))] };
export const DarkEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
