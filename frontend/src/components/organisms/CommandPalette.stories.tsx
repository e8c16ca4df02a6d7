import type { Meta, StoryObj } from '@storybook/react-vite';
import { Library, MessageSquarePlus } from 'lucide-react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { CommandPalette } from './CommandPalette';

const meta = {
  component: CommandPalette,
  args: {
    text: '',
    onText: fn(),
    onClose: fn(),
    groups: [
      {
        title: '바로 가기',
        commands: [
          { id: 'new', label: '새 대화', icon: MessageSquarePlus, run: fn() },
          { id: 'library', label: '자료실', icon: Library, run: fn() },
        ],
      },
    ],
  },
} satisfies Meta<typeof CommandPalette>;

export default meta;
type Story = StoryObj<typeof meta>;

export const ArrowsAndEnter: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.type(within(canvasElement).getByRole('combobox'), '{ArrowDown}{Enter}');
    await expect(args.groups[0]!.commands[1]!.run).toHaveBeenCalledOnce();
    await expect(args.onClose).toHaveBeenCalledOnce();
  },
};
