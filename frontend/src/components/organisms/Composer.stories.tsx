import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fireEvent, fn, userEvent, waitFor, within } from 'storybook/test';
import { Composer } from './Composer';

const meta = {
  component: Composer,
  args: { text: '', onText: fn(), onSend: fn() },
  render: function Live(args) {
    const [text, setText] = useState(args.text);
    return <Composer {...args} text={text} onText={setText} />;
  },
} satisfies Meta<typeof Composer>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {};

export const EnterSends: Story = {
  play: async ({ canvasElement, args }) => {
    const field = within(canvasElement).getByRole('textbox');
    await userEvent.type(field, '첫 줄{Shift>}{Enter}{/Shift}둘째 줄');
    await expect(args.onSend).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    await expect(args.onSend).toHaveBeenCalledTimes(1);
    await expect(args.onSend).toHaveBeenCalledWith('첫 줄\n둘째 줄');
  },
};

export const EnterWhileComposingHangulSendsOnce: Story = {
  args: { text: '연차는 며칠인가요' },
  play: async ({ canvasElement, args }) => {
    const field = within(canvasElement).getByRole('textbox');
    fireEvent.compositionStart(field);
    fireEvent.compositionUpdate(field, { data: '요' });
    fireEvent.keyDown(field, { key: 'Process', code: 'Enter', keyCode: 229, isComposing: true });
    await expect(args.onSend).not.toHaveBeenCalled();
    fireEvent.compositionEnd(field, { data: '요' });
    await waitFor(() => expect(args.onSend).toHaveBeenCalledWith('연차는 며칠인가요'));
    await expect(args.onSend).toHaveBeenCalledTimes(1);
  },
};

export const EnterThatPicksACandidateDoesNotSend: Story = {
  args: { text: '有給' },
  play: async ({ canvasElement, args }) => {
    const field = within(canvasElement).getByRole('textbox');
    fireEvent.compositionStart(field);
    fireEvent.compositionUpdate(field, { data: '休暇' });
    fireEvent.keyDown(field, { key: 'Process', code: 'Enter', keyCode: 229, isComposing: true });
    fireEvent.compositionEnd(field, { data: '休暇' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(args.onSend).not.toHaveBeenCalled();
  },
};

export const Answering: Story = {
  args: { onStop: fn() },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button'));
    await expect(args.onStop).toHaveBeenCalledOnce();
  },
};
