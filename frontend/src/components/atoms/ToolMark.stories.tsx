import type { Meta, StoryObj } from '@storybook/react-vite';
import { TOOL_ICONS } from '@/lib/toolText';
import { ToolMark } from './ToolMark';

const meta = { component: ToolMark, args: { icon: 'calendar', id: 'tool-1' } } satisfies Meta<
  typeof ToolMark
>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Every: Story = {
  render: () => (
    <div className="flex flex-wrap gap-2">
      {TOOL_ICONS.map((icon) => (
        <ToolMark key={icon} icon={icon} id={icon} />
      ))}
    </div>
  ),
};
export const Large: Story = { args: { size: 'lg' } };
export const Dark: Story = { ...Every, globals: { theme: 'dark' } };
