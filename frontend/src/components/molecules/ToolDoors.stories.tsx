import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ToolDoors } from './ToolDoors';

const meta = {
  component: ToolDoors,
  args: { toolId: '0199a1b2-0000-7000-8000-000000000900', origin: 'https://madang.example', form: false },
} satisfies Meta<typeof ToolDoors>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Light: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('tool_0199a1b2000070008000000000000900')).toBeVisible();
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };
export const OfAForm: Story = {
  args: { form: true },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/inputs/)).toBeVisible();
  },
};
