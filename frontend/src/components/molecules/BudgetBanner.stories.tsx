import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { BudgetBanner } from './BudgetBanner';

const meta = {
  component: BudgetBanner,
  args: { text: '내 한 달 예산의 82%를 썼어요. ₩8,800 남았어요.', exhausted: false, onDismiss: fn() },
} satisfies Meta<typeof BudgetBanner>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Warned: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('link', { name: '사용량 보기' })).toHaveAttribute('href', '/usage');
    await userEvent.click(canvas.getByRole('button', { name: '닫기' }));
    await expect(args.onDismiss).toHaveBeenCalledOnce();
  },
};
export const Exhausted: Story = {
  args: { exhausted: true, text: '내 한 달 예산을 다 썼어요. 12월 1일부터 다시 물어볼 수 있어요.' },
};
export const Dark: Story = { globals: { theme: 'dark' } };
export const ExhaustedDark: Story = { ...Exhausted, globals: { theme: 'dark' } };
