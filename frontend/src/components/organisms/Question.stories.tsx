import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, fn, userEvent } from 'storybook/test';
import { Question } from './Question';

const meta = {
  component: Question,
  args: {
    busy: false,
    onEdit: fn(),
    onStep: fn(),
    turn: {
      position: 1,
      count: 2,
      siblings: ['a', 'b'],
      message: {
        id: 'a',
        role: 'user',
        status: 'complete',
        text: '연차는 며칠인가요?',
        citations: [],
        createdAt: '2026-01-01T00:00:00Z',
      },
    },
  },
} satisfies Meta<typeof Question>;

export default meta;
type Story = StoryObj<typeof meta>;

export const EditedWithEnter: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: '다음 버전' }));
    await expect(args.onStep).toHaveBeenCalledWith(1);
    await userEvent.click(canvas.getByRole('button', { name: '질문 고치기' }));
    const field = canvas.getByRole('textbox', { name: '질문 고치기' });
    await expect(field).toHaveFocus();
    await userEvent.clear(field);
    await userEvent.type(field, '출장 일비는 얼마인가요?{Enter}');
    await expect(args.onEdit).toHaveBeenCalledWith('출장 일비는 얼마인가요?');
    await expect(canvas.queryByRole('textbox')).toBeNull();
  },
};

export const EscapeLeavesItAsItWas: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: '질문 고치기' }));
    await userEvent.type(canvas.getByRole('textbox'), ' 그리고{Escape}');
    await expect(canvas.getByText('연차는 며칠인가요?')).toBeVisible();
    await expect(args.onEdit).not.toHaveBeenCalled();
  },
};

export const EscapeThatGivesUpASyllableKeepsTheDraft: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: '질문 고치기' }));
    const field = canvas.getByRole('textbox');
    fireEvent.compositionStart(field);
    fireEvent.compositionUpdate(field, { data: '그' });
    fireEvent.keyDown(field, { key: 'Process', code: 'Escape', keyCode: 229, isComposing: true });
    fireEvent.compositionEnd(field, { data: '' });
    fireEvent.keyUp(field, { key: 'Escape', code: 'Escape', keyCode: 27 });
    await expect(canvas.getByRole('textbox')).toHaveValue('연차는 며칠인가요?');
  },
};

export const WhileAnAnswerIsWritten: Story = {
  args: { busy: true },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: '질문 고치기' })).toBeDisabled();
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };
