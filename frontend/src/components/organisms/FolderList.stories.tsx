import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import type { Folder } from '@/lib/api/types';
import { FolderList } from './FolderList';

const folder = (id: string, name: string): Folder => ({
  id,
  name,
  collectionId: 'collection-1',
  documentCount: 12,
  createdAt: '2026-01-01T00:00:00Z',
});

const meta = {
  component: FolderList,
  args: {
    collectionName: '인사 규정',
    path: [folder('1', '규정'), folder('2', '2026년')],
    folders: [folder('3', '복리후생'), folder('4', '아주 긴 이름의 폴더도 한 줄에 들어가야 합니다 정말로요')],
    counts: new Map([
      ['3', 12],
      ['4', 1_204],
    ]),
    editable: true,
    onOpen: fn(),
    onAct: fn(),
  },
} satisfies Meta<typeof FolderList>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Inside: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: '규정' }));
    await expect(args.onOpen).toHaveBeenCalledWith('1');
    await userEvent.click(canvas.getByRole('button', { name: '인사 규정' }));
    await expect(args.onOpen).toHaveBeenCalledWith(undefined);
    await expect(canvas.getByText('1204')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: '‘복리후생’ 폴더 메뉴' }));
    await userEvent.click(canvas.getByRole('menuitem', { name: '옮기기' }));
    await expect(args.onAct).toHaveBeenCalledWith('move', args.folders[0]);
  },
};
export const ReaderAtTheTopInEnglish: Story = {
  args: { path: [], editable: false },
  globals: { locale: 'en', theme: 'dark' },
};
export const Empty: Story = { args: { path: [], folders: [] } };
