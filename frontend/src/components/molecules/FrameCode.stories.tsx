import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { FrameCode } from './FrameCode';

const meta = {
  component: FrameCode,
  args: {
    address: 'https://madang.example/embed/0199a1b2-0000-7000-8000-000000000900',
    title: '휴가 도우미',
    origins: ['https://portal.madang.example', 'https://wiki.madang.example'],
  },
} satisfies Meta<typeof FrameCode>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Light: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^<iframe src="https:\/\/madang\.example\/embed\/0199/)).toBeVisible();
    await expect(canvas.getByText(/portal\.madang\.example, https:\/\/wiki/)).toBeVisible();
  },
};
export const DarkEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
