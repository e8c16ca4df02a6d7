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
