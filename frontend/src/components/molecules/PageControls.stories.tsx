import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { PageControls } from './PageControls';

const meta = {
  component: PageControls,
  args: { page: 2, count: 12, zoom: 1, onPage: fn(), onZoomIn: fn(), onZoomOut: fn() },
} satisfies Meta<typeof PageControls>;

export default meta;
type Story = StoryObj<typeof meta>;

export const InTheMiddle: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: '다음 쪽' }));
    await expect(args.onPage).toHaveBeenLastCalledWith(3);
    const field = canvas.getByRole('textbox', { name: '쪽' });
    await userEvent.clear(field);
    await userEvent.type(field, '7{Enter}');
    await expect(args.onPage).toHaveBeenLastCalledWith(7);
  },
};
const { onZoomOut: _, ...smallest } = meta.args;
export const AtTheEnds: Story = {
  args: { ...smallest, page: 1, count: 1, zoom: 0.5 },
  render: () => <PageControls {...smallest} page={1} count={1} zoom={0.5} />,
  play: async ({ canvas }) => {
    for (const name of ['이전 쪽', '다음 쪽', '작게'])
      await expect(canvas.getByRole('button', { name })).toBeDisabled();
  },
};
