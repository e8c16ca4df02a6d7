import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { storeTool } from '../sampleTools';
import { withServer } from '../withServer';
import ToolTitle from './ToolTitle';

const meta = {
  component: ToolTitle,
  args: { toolId: 't1' },
  decorators: [withServer({ 'GET /v1/store/tools/t1': storeTool })],
} satisfies Meta<typeof ToolTitle>;

export default meta;
type Story = StoryObj<typeof meta>;

export const LeadsToTheTool: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('link', { name: '휴가 도우미 소개 보기' })).toHaveAttribute(
      'href',
      '/store/t1',
    );
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };
