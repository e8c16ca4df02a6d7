import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { sent, withServer } from '../withServer';
import { ModelDialog } from './ModelDialog';
import { qwen, vllm } from './sampleModels';

const meta = {
  component: ModelDialog,
  args: { model: qwen, providers: [vllm], onClose: fn() },
  decorators: [withServer({})],
} satisfies Meta<typeof ModelDialog>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Repriced: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const price = canvas.getByLabelText('쓰기');
    await userEvent.clear(price);
    await userEvent.type(price, '5000');
    await userEvent.selectOptions(canvas.getByLabelText('전화번호'), 'block');
    await userEvent.click(canvas.getByRole('button', { name: '저장' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalled());
    await expect(sent).toHaveBeenCalledWith(
      'PUT /v1/admin/models/qwen3-32b',
      expect.objectContaining({
        price: expect.objectContaining({ output: 5_000, asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) }),
        masks: { phone: 'block' },
      }),
    );
  },
};

export const RemovedAfterBeingAsked: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: '이 모델 지우기' }));
    await expect(canvas.getByText(/지금까지의 답과 비용은 남아요/)).toBeInTheDocument();
    await userEvent.click(canvas.getByRole('button', { name: '삭제' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalled());
    await expect(sent).toHaveBeenCalledWith('DELETE /v1/admin/models/qwen3-32b', undefined);
  },
};

export const New: Story = { args: { model: undefined }, globals: { theme: 'dark', locale: 'en' } };

export const PricedByLength: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.selectOptions(canvas.getByLabelText('생각하는 정도'), 'budget');
    await userEvent.click(canvas.getByLabelText('온도를 정할 수 있어요'));
    await userEvent.type(canvas.getByLabelText('넘으면 비싸지는 토큰 수'), '64000');
    await userEvent.type(canvas.getByLabelText('읽기 몇 배'), '2');
    await expect(canvas.getByText('= ₩2,000')).toBeVisible();
    await userEvent.type(canvas.getByLabelText('캐시 쓰기(읽기의 몇 배)'), '1.25');
    await expect(canvas.getByText('= ₩1,250')).toBeVisible();
    await userEvent.type(canvas.getByLabelText('출처'), '계약서');
    await userEvent.click(canvas.getByRole('button', { name: '저장' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalled());
    await expect(sent).toHaveBeenCalledWith(
      'PUT /v1/admin/models/qwen3-32b',
      expect.objectContaining({
        effort: 'budget',
        sampling: false,
        price: {
          input: 1_000,
          cachedInput: 100,
          output: 4_000,
          currency: 'KRW',
          asOf: new Date().toISOString().slice(0, 10),
          source: '계약서',
          longAbove: 64_000,
          longInputTimes: 2,
          cacheWriteTimes: 1.25,
        },
      }),
    );
  },
};

export const EnglishDark: Story = {
  args: {
    model: {
      ...qwen,
      price: {
        ...qwen.price,
        asOf: '2026-08-02',
        source: 'https://developers.openai.com/api/docs/pricing',
        longAbove: 272_000,
        longInputTimes: 2,
        longOutputTimes: 1.5,
        cacheWriteTimes: 1.25,
      },
    },
  },
  globals: { theme: 'dark', locale: 'en' },
};
