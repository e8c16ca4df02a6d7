import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { ReceiptDialog } from './ReceiptDialog';

const meta = {
  component: ReceiptDialog,
  args: {
    onClose: fn(),
    receipt: {
      model: 'claude',
      modelName: 'Claude',
      attempts: [
        { model: 'gpt', modelName: 'GPT', failure: 'cut', firstTokenMillis: 320, millis: 900 },
        { model: 'claude', modelName: 'Claude', firstTokenMillis: 410, millis: 2_300 },
      ],
      inputTokens: 1_240,
      cachedInputTokens: 800,
      outputTokens: 96,
      estimated: true,
      cost: 12.3,
      currency: 'KRW',
      masked: { phone: 1, resident_number: 2 },
      passages: 8,
    },
  },
} satisfies Meta<typeof ReceiptDialog>;

export default meta;
type Story = StoryObj<typeof meta>;

export const AfterAFailover: Story = {
  play: async ({ canvasElement, args }) => {
    const dialog = within(within(canvasElement).getByRole('dialog'));
    await expect(dialog.getByText('답이 중간에 끊겼어요')).toBeInTheDocument();
    await expect(dialog.getByText('1,240 토큰')).toBeInTheDocument();
    await expect(dialog.getByText('전화번호 1')).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: '닫기' }));
    await expect(args.onClose).toHaveBeenCalledOnce();
  },
};

export const SomePassedOver: Story = {
  args: {
    receipt: {
      ...meta.args.receipt,
      skipped: [
        { model: 'gemini', modelName: 'Gemini', reason: 'resting' },
        { model: 'mini', modelName: 'Mini', reason: 'personal_data' },
      ],
      rewriting: {
        model: 'claude',
        modelName: 'Claude',
        inputTokens: 120,
        cachedInputTokens: 0,
        outputTokens: 12,
        estimated: false,
        cost: 0.7,
        millis: 600,
      },
    },
  },
  play: async ({ canvasElement }) => {
    const dialog = within(within(canvasElement).getByRole('dialog'));
    await expect(dialog.getByText(/최근에 여러 번 실패해/)).toBeInTheDocument();
    await expect(dialog.getByText(/보내면 안 되는 개인정보/)).toBeInTheDocument();
    await expect(dialog.getByText(/132 토큰/)).toBeInTheDocument();
    await expect(dialog.getByText('3.8 s')).toBeInTheDocument();
  },
};

export const NothingMasked: Story = {
  args: {
    receipt: {
      ...meta.args.receipt,
      attempts: meta.args.receipt.attempts.slice(1),
      masked: {},
      estimated: false,
    },
  },
  globals: { theme: 'dark', locale: 'en' },
};
