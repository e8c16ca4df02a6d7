import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { FigureTile } from './FigureTile';

const meta = {
  component: FigureTile,
  args: { label: '비용', value: '₩165,682', note: '134% 늘었어요 (10월 1일~23일 대비)' },
  render: (args) => (
    <dl className="grid grid-cols-2 gap-3">
      <FigureTile {...args} />
      <FigureTile {...args} className="col-span-2" />
    </dl>
  ),
} satisfies Meta<typeof FigureTile>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Several of them are one list of terms: whatever is around them must not break it. */
export const InAList: Story = {
  play: async ({ canvasElement }) =>
    void (await expect(within(canvasElement).getAllByRole('term')).toHaveLength(2)),
};
export const Dark: Story = { globals: { theme: 'dark' } };
