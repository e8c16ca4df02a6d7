import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { SignInAgain } from './SignInAgain';

const meta = {
  component: SignInAgain,
  args: { busy: false, onSignIn: fn() },
} satisfies Meta<typeof SignInAgain>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Calm: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: '다시 로그인' }));
    await expect(args.onSignIn).toHaveBeenCalledOnce();
  },
};
