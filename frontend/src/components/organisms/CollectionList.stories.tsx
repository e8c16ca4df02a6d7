import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import type { Collection } from '@/lib/api/types';
import { CollectionList } from './CollectionList';

const collection = (id: string, name: string, sharing: Partial<Collection['sharing']>): Collection => ({
  id,
  name,
  role: 'owner',
  documentCount: 1_204,
  clearance: 'internal',
  sharing: { everyone: false, people: 0, groups: 0, ...sharing },
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
});
const meta = {
  component: CollectionList,
  args: {
    onNew: fn(),
    collections: [
      collection('1', '취업규칙', { everyone: true }),
      collection('2', '아주 긴 이름을 가진 총무팀의 모든 자료와 양식', { groups: 1 }),
      collection('3', 'ملفات الموارد البشرية', {}),
    ],
  },
  render: (args) => (
    <div className="w-[264px]">
      <CollectionList {...args} />
    </div>
  ),
} satisfies Meta<typeof CollectionList>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Some: Story = {
  play: async ({ canvas, args }) => {
    await expect(canvas.getByRole('link', { name: /취업규칙/ })).toHaveAttribute('href', '/library/1');
    await userEvent.click(canvas.getByRole('button', { name: '새 모음' }));
    await expect(args.onNew).toHaveBeenCalledOnce();
  },
};
export const Loading: Story = { args: { collections: undefined } };
export const DarkInEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
