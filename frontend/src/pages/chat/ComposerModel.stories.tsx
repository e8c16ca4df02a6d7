import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { chooseModel, chosenModel } from '@/lib/chosenModel';
import { takePictures } from '@/lib/pictures';
import { sent, withServer } from '../withServer';
import ComposerModel from './ComposerModel';

const meta = {
  component: ComposerModel,
  args: { place: 'new', text: '연차는 며칠인가요?', history: 0 },
  beforeEach: () => {
    chooseModel(undefined);
    takePictures('new');
  },
  decorators: [
    withServer({
      'GET /v1/models': {
        default: 'qwen',
        items: [
          { id: 'qwen', name: 'Qwen3 32B', policy: false, providerName: '사내 vLLM', images: false },
          { id: 'gpt', name: 'GPT', policy: false, providerName: 'OpenAI', images: true },
        ],
      },
      'POST /v1/models/estimate': { model: 'qwen', modelName: 'Qwen3 32B', cost: 1.2, currency: 'KRW' },
    }),
  ],
  render: (args) => (
    <div data-composer>
      <div />
      <div className="flex flex-wrap items-center gap-2">
        <ComposerModel {...args} />
      </div>
    </div>
  ),
} satisfies Meta<typeof ComposerModel>;

export default meta;
type Story = StoryObj<typeof meta>;

export const EstimatesAndChanges: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText(/₩1.2/)).toBeVisible(), { timeout: 3_000 });
    await expect(canvas.queryByRole('button', { name: '그림 더하기' })).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: '답할 모델: Qwen3 32B' }));
    await userEvent.click(canvas.getByRole('menuitemradio', { name: /GPT/ }));
    await expect(chosenModel.get()).toBe('gpt');
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(
        'POST /v1/models/estimate',
        expect.objectContaining({ model: 'gpt', historyCharacters: 0 }),
      ),
    );
  },
};

export const OfATool: Story = {
  args: { fixed: 'gpt' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('GPT')).toBeVisible();
    await expect(canvas.queryByRole('button', { name: /답할 모델/ })).toBeNull();
    await canvas.findByRole('button', { name: '그림 더하기' });
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(
        'POST /v1/models/estimate',
        expect.objectContaining({ model: 'gpt' }),
      ),
    );
  },
};

export const TakesPictures: Story = {
  beforeEach: () => chooseModel('gpt'),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole('button', { name: '그림 더하기' });
    const canvasOfOne = new OffscreenCanvas(40, 30);
    canvasOfOne.getContext('2d')!.fillRect(0, 0, 40, 30);
    const dot = new File([await canvasOfOne.convertToBlob({ type: 'image/png' })], '점.png', {
      type: 'image/png',
    });
    const chooser = canvasElement.querySelector<HTMLInputElement>('input[type=file]')!;
    await userEvent.upload(chooser, [dot, new File(['<svg/>'], '글.txt', { type: 'text/plain' })], {
      applyAccept: false,
    });
    await expect(await canvas.findByRole('img', { name: '점.png' })).toBeVisible();
    await expect(canvas.getAllByRole('img')).toHaveLength(1);
    await userEvent.click(canvas.getByRole('button', { name: '점.png 빼기' }));
    await expect(canvas.queryByRole('img')).toBeNull();
  },
};
