import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { models, refusal, storeTool } from '../sampleTools';
import { withServer } from '../withServer';
import ToolComposer from './ToolComposer';

const server = (tool: unknown) => withServer({ 'GET /v1/store/tools/t1': tool, 'GET /v1/models': models });
const meta = {
  component: ToolComposer,
  args: { toolId: 't1', place: 'c1', text: '', history: 0 },
  decorators: [server(storeTool)],
} satisfies Meta<typeof ToolComposer>;

export default meta;
type Story = StoryObj<typeof meta>;

export const NamesTheModel: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('가장 좋은 답')).toBeVisible();
    await expect(canvas.queryByRole('button', { name: /답할 모델/ })).toBeNull();
  },
};
export const NoLongerUsable: Story = {
  decorators: [server(refusal(404, 'not_found', '찾을 수 없어요'))],
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/더 쓸 수 없어요/)).toBeVisible();
  },
};
