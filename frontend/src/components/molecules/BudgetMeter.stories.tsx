import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { BudgetMeter } from './BudgetMeter';

const meta = {
  component: BudgetMeter,
  args: {
    label: '내 한 달 예산',
    cap: 50_000,
    spent: 12_400,
    outstanding: 2_000,
    warnAt: 80,
    currency: 'KRW',
  },
} satisfies Meta<typeof BudgetMeter>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Fine: Story = {
  play: async ({ canvasElement }) => {
    const meter = within(canvasElement).getByRole('meter', { name: '내 한 달 예산' });
    await expect(meter).toHaveAttribute('aria-valuetext', '₩50,000 중 ₩12,400 사용');
  },
};
export const BehindTheWarning: Story = { args: { spent: 43_000 } };
export const Over: Story = { args: { spent: 61_000 } };
export const NothingMayBeSpent: Story = { args: { cap: 0, spent: 0, outstanding: 0 } };
export const DarkEnglish: Story = { args: { spent: 43_000 }, globals: { theme: 'dark', locale: 'en' } };
