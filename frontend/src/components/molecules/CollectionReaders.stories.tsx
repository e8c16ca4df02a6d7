import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { CollectionReaders } from './CollectionReaders';

const named = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `t${i}`, name: { ko: `휴가 도우미 ${i}` }, icon: 'chat' }));

const meta = {
  component: CollectionReaders,
  args: { tools: { items: named(7), count: 9, others: 2 } },
} satisfies Meta<typeof CollectionReaders>;

export default meta;
type Story = StoryObj<typeof meta>;

export const SomeAreNamed: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('link')).toHaveLength(5);
    await expect(canvas.getByRole('link', { name: '휴가 도우미 0' })).toHaveAttribute('href', '/store/t0');
    await expect(canvas.getByText('외 2개')).toBeVisible();
    await expect(canvas.getByText('볼 수 없는 도구 2개')).toBeVisible();
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };
export const NoneReadsIt: Story = {
  args: { tools: { items: [], count: 0, others: 0 } },
  play: async ({ canvas }) => {
    await expect(canvas.queryByText('읽는 도구')).toBeNull();
  },
};
