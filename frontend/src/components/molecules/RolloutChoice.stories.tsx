import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { RolloutChoice } from './RolloutChoice';

const meta = {
  component: RolloutChoice,
  args: { value: 100, onChange: fn() },
} satisfies Meta<typeof RolloutChoice>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Everybody: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.selectOptions(canvas.getByRole('combobox'), '20');
    await expect(args.onChange).toHaveBeenCalledWith(20);
  },
};

/** Chosen elsewhere, and none of the usual ones. */
export const AnUnusualShare: Story = {
  args: { value: 33 },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('combobox')).toHaveValue('33');
  },
};
