import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { FeedbackForm } from './FeedbackForm';

const meta = {
  component: FeedbackForm,
  args: { verdict: 'down', initial: '', onSend: fn(), onClose: fn() },
} satisfies Meta<typeof FeedbackForm>;

export default meta;
type Story = StoryObj<typeof meta>;

export const WhatWasMissing: Story = {
  play: async ({ canvas, args }) => {
    const field = canvas.getByRole('textbox', { name: '무엇이 아쉬웠나요?' });
    await expect(field).toHaveFocus();
    const send = canvas.getByRole('button', { name: '의견 보내기' });
    await expect(send).toBeDisabled();
    await userEvent.type(field, '개정 전 규정이에요.{Enter}');
    await expect(args.onSend).not.toHaveBeenCalled();
    await userEvent.click(send);
    await expect(args.onSend).toHaveBeenCalledWith('개정 전 규정이에요.');
  },
};
export const EscapeSkips: Story = {
  args: { verdict: 'up', initial: '바로 찾았어요.' },
  play: async ({ canvas, args }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: '어떤 점이 도움이 됐나요?' }), '{Escape}');
    await expect(args.onClose).toHaveBeenCalledOnce();
  },
};
export const DarkInEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
