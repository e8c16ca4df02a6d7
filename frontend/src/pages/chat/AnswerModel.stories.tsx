import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { withServer } from '../withServer';
import AnswerModel from './AnswerModel';

const meta = {
  component: AnswerModel,
  args: {
    busy: false,
    onRegenerate: fn(),
    answer: {
      id: 'a',
      role: 'assistant',
      text: '연차는 15일이에요.',
      status: 'complete',
      model: 'qwen',
      citations: [],
      createdAt: '2026-01-01T00:00:00Z',
      receipt: {
        model: 'qwen',
        modelName: 'Qwen3 32B',
        attempts: [{ model: 'qwen', modelName: 'Qwen3 32B', firstTokenMillis: 320, millis: 1_400 }],
        inputTokens: 120,
        cachedInputTokens: 0,
        outputTokens: 40,
        estimated: false,
        cost: 0.28,
        currency: 'KRW',
        masked: {},
        passages: 3,
      },
    },
  },
  decorators: [
    withServer({
      'GET /v1/models': {
        default: 'qwen',
        items: [
          { id: 'qwen', name: 'Qwen3 32B', policy: false, providerName: '사내 vLLM' },
          { id: 'gpt', name: 'GPT', policy: false, providerName: 'OpenAI' },
        ],
      },
    }),
  ],
} satisfies Meta<typeof AnswerModel>;

export default meta;
type Story = StoryObj<typeof meta>;

export const WithAnotherModel: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: '다른 모델로 다시 답변' }));
    await userEvent.click(canvas.getByRole('menuitemradio', { name: 'GPT' }));
    await expect(args.onRegenerate).toHaveBeenCalledWith('gpt');
    await userEvent.click(canvas.getByTitle('답변 영수증 보기'));
    await expect(canvas.getByRole('dialog')).toHaveTextContent('120 토큰');
  },
};

export const DarkEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
