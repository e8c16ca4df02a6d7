import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { dropDrafts } from '@/lib/drafts';
import { models, refusal, storeTool } from '../sampleTools';
import { withServer } from '../withServer';
import ToolBeginning from './ToolBeginning';

const SLOW = { timeout: 5_000 };
const server = (tool: unknown) =>
  withServer({
    'GET /v1/store/tools/t1': tool,
    'GET /v1/models': models,
    'GET /v1/me/budgets': { items: [] },
    'POST /v1/models/estimate': { model: 'qwen', modelName: 'Qwen3 32B', cost: 1.2, currency: 'KRW' },
  });
const meta = {
  component: ToolBeginning,
  args: { toolId: 't1', onAsk: fn(async () => {}) },
  beforeEach: dropDrafts,
  decorators: [server(storeTool)],
} satisfies Meta<typeof ToolBeginning>;

export default meta;
type Story = StoryObj<typeof meta>;

export const AsksAFirstQuestion: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(await canvas.findByRole('button', { name: '연차는 며칠인가요?' }, SLOW));
    await expect(canvas.getByRole('textbox', { name: '질문' })).toHaveValue('연차는 며칠인가요?');
    await expect(canvas.queryByRole('button', { name: /질문할 문서/ })).toBeNull();
    await userEvent.type(canvas.getByRole('textbox', { name: '질문' }), '{enter}');
    await expect(args.onAsk).toHaveBeenCalledWith('연차는 며칠인가요?');
  },
};
export const NotForThisPerson: Story = {
  decorators: [server(refusal(404, 'not_found', '찾을 수 없어요'))],
  play: async ({ canvas }) => {
    await canvas.findByText('열 수 없는 도구예요', undefined, SLOW);
    await expect(canvas.queryByRole('textbox')).toBeNull();
  },
};
export const Failing: Story = {
  decorators: [server(refusal(503, 'unavailable', '지금은 답할 수 없어요'))],
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: '다시 시도' }, SLOW);
  },
};
export const Loading: Story = { decorators: [server(new Promise(() => null))] };
export const DarkEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
