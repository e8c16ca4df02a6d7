import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { toProblem } from '@/lib/api/problem';
import { LiveAnswerView } from './LiveAnswerView';

const meta = {
  component: LiveAnswerView,
  args: {
    phase: 'streaming',
    text: '연차는 한 해에 **15일**이에요. [1]',
    citations: [
      {
        number: 1,
        passageId: 'passage-1',
        documentId: 'document-1',
        documentName: '취업규칙.pdf',
        location: { page: 12 },
        quote: '직원에게 15일의 유급휴가를 준다.',
      },
    ],
    problem: undefined,
    onOpenCitation: fn(),
    onRetry: fn(),
    onDismiss: fn(),
  },
} satisfies Meta<typeof LiveAnswerView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const BeingWritten: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /출처 1 열기/ }, { timeout: 5_000 }));
    await expect(args.onOpenCitation).toHaveBeenCalledWith(args.citations[0]);
  },
};
export const LookingForSources: Story = {
  args: { phase: 'opening', text: '', citations: [] },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('문서를 찾고 있어요')).toBeVisible();
  },
};
export const ConnectionLost: Story = {
  args: { phase: 'reconnecting' },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('연결이 끊겨 다시 잇고 있어요')).toBeVisible();
  },
};
export const Stopping: Story = { args: { phase: 'stopping' } };
export const Failed: Story = {
  args: { phase: 'failed', text: '', citations: [], problem: toProblem(undefined, 0) },
  play: async ({ canvas, args }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('연결할 수 없어요');
    await userEvent.click(canvas.getByRole('button', { name: '다시 시도' }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
    await userEvent.click(canvas.getByRole('button', { name: '닫기' }));
    await expect(args.onDismiss).toHaveBeenCalledOnce();
  },
};
export const FailedDarkInEnglish: Story = { args: Failed.args!, globals: { theme: 'dark', locale: 'en' } };
