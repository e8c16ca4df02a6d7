import type { Meta, StoryObj } from '@storybook/react-vite';
import { ToolStatusBadge } from './ToolStatusBadge';

const meta = { component: ToolStatusBadge, args: { status: 'LIVE' } } satisfies Meta<typeof ToolStatusBadge>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Every: Story = {
  render: () => (
    <div className="flex flex-col gap-2">
      {(
        ['DRAFT', 'EVALUATING', 'SUBMITTED', 'RETURNED', 'APPROVED', 'RELEASING', 'LIVE', 'RETIRED'] as const
      ).map((status) => (
        <ToolStatusBadge key={status} status={status} />
      ))}
    </div>
  ),
};
export const EveryDarkEnglish: Story = { ...Every, globals: { theme: 'dark', locale: 'en' } };
