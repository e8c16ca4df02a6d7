import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { sent, withServer } from '../withServer';
import { ModelRow } from './ModelRow';
import { qwen } from './sampleModels';

const test = 'POST /v1/admin/models/qwen3-32b/test';

const meta = {
  component: ModelRow,
  args: { model: qwen, onEdit: fn() },
  render: (args) => (
    <ul>
      <ModelRow {...args} />
    </ul>
  ),
} satisfies Meta<typeof ModelRow>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Answers: Story = {
  decorators: [
    withServer({
      [test]: { answered: true, firstTokenMillis: 320, millis: 1_400, cost: 0.28, currency: 'KRW' },
    }),
  ],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Qwen3 32B 시험하기' }));
    await expect(await canvas.findByText(/첫 낱말까지 320 ms, 모두 1.4 s/)).toBeVisible();
    await userEvent.click(canvas.getByRole('switch'));
    await expect(sent).toHaveBeenCalledWith(
      'PUT /v1/admin/models/qwen3-32b',
      expect.objectContaining({ enabled: false }),
    );
  },
};

export const SaysWhyItDoesNot: Story = {
  decorators: [withServer({ [test]: { answered: false, failure: 'key_refused', millis: 2_400 } })],
  globals: { theme: 'dark' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Qwen3 32B 시험하기' }));
    await expect(await canvas.findByText(/키를 받아 주지 않아요.+키를 확인하세요.+2.4 s/)).toBeVisible();
  },
};

export const MakesVectors: Story = {
  decorators: [withServer({ [test]: { answered: true, millis: 90, cost: 0, currency: 'KRW' } })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Qwen3 32B 시험하기' }));
    await expect(await canvas.findByText(/벡터를 만들었어요. 모두 90 ms/)).toBeVisible();
  },
};
