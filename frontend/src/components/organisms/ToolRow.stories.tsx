import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ToolRow } from './ToolRow';

const tool = {
  id: '0199a1b2-0000-7000-8000-000000000900',
  status: 'SUBMITTED' as const,
  version: 4,
  name: { ko: '휴가 도우미', en: 'Leave helper' },
  icon: 'calendar' as const,
  updatedAt: '2026-03-02T00:00:00Z',
  submission: { by: { id: 'p1', name: '이도윤' }, at: '2026-03-02T00:00:00Z' },
};
const meta = { component: ToolRow, args: { tool } } satisfies Meta<typeof ToolRow>;

export default meta;
type Story = StoryObj<typeof meta>;

export const OfAMaker: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('검토 기다리는 중')).toBeVisible();
  },
};
export const OfAReviewer: Story = {
  args: { waiting: true },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/이도윤 님이 .+에 제출했어요/)).toBeVisible();
    await expect(canvas.getByText('처음 나가는 도구')).toBeVisible();
  },
};
export const ChangesALiveOne: Story = {
  args: { waiting: true, tool: { ...tool, live: { number: 2, releasedAt: '2026-03-01T00:00:00Z' } } },
  globals: { theme: 'dark', locale: 'en' },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Changes release 2')).toBeVisible();
  },
};
