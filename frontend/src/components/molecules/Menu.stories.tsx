import type { Meta, StoryObj } from '@storybook/react-vite';
import { MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { expect, fn, userEvent } from 'storybook/test';
import { Menu } from './Menu';

const rename = fn();
const remove = fn();
const meta = {
  component: Menu,
  args: {
    label: '‘취업규칙’ 메뉴',
    icon: MoreHorizontal,
    items: [
      { label: '이름 바꾸기', icon: Pencil, onSelect: rename },
      { label: '삭제', icon: Trash2, danger: true, onSelect: remove },
    ],
  },
  beforeEach: () => {
    rename.mockClear();
    remove.mockClear();
  },
} satisfies Meta<typeof Menu>;

export default meta;
type Story = StoryObj<typeof meta>;

export const ByKeyboard: Story = {
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: '‘취업규칙’ 메뉴' });
    button.focus();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByRole('menuitem', { name: '이름 바꾸기' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect(canvas.getByRole('menuitem', { name: '삭제' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    await expect(remove).toHaveBeenCalledOnce();
    await expect(canvas.queryByRole('menu')).toBeNull();
    await expect(button).toHaveFocus();
  },
};
export const OpenDark: Story = {
  globals: { theme: 'dark' },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button'));
    await expect(canvas.getByRole('menu')).toBeVisible();
  },
};
export const OneIsChosen: Story = {
  args: { items: meta.args.items.map((item, index) => ({ ...item, danger: false, checked: index === 0 })) },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button'));
    await expect(canvas.getByRole('menuitemradio', { name: '이름 바꾸기' })).toBeChecked();
  },
};
