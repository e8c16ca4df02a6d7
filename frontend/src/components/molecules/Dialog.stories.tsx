import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { Button } from '../atoms/Button';
import { ConfirmDialog } from './ConfirmDialog';
import { Dialog } from './Dialog';
import { NameDialog } from './NameDialog';

const meta = {
  component: Dialog,
  subcomponents: { ConfirmDialog: ConfirmDialog as never, NameDialog: NameDialog as never },
  args: {
    title: '모음 공유',
    onClose: fn(),
    children: '누구와 함께 볼지 골라 주세요.',
    footer: <Button>{'공유'}</Button>,
  },
} satisfies Meta<typeof Dialog>;

export default meta;
type Story = StoryObj<typeof meta>;

export const KeepsTheFocus: Story = {
  play: async ({ canvas, args }) => {
    const dialog = canvas.getByRole('dialog', { name: '모음 공유' });
    for (let press = 0; press < 4; press++) {
      await userEvent.tab();
      await expect(dialog.contains(document.activeElement) || document.activeElement === document.body).toBe(
        true,
      );
    }
    await userEvent.click(canvas.getByRole('button', { name: '닫기' }));
    await expect(args.onClose).toHaveBeenCalledOnce();
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };

const onConfirm = fn();
export const BeforeSomethingIsLost: Story = {
  render: ({ onClose }) => (
    <ConfirmDialog
      title="‘취업규칙’ 모음을 지울까요?"
      effect="문서 12개가 함께 지워져요. 되돌릴 수 없어요."
      verb="삭제"
      onConfirm={onConfirm}
      onClose={onClose}
    />
  ),
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: '취소' }));
    await expect(args.onClose).toHaveBeenCalledOnce();
    await userEvent.click(canvas.getByRole('button', { name: '삭제' }));
    await expect(onConfirm).toHaveBeenCalledOnce();
  },
};

const onSubmit = fn();
export const AsksForAName: Story = {
  render: ({ onClose }) => (
    <NameDialog
      title="새 모음"
      label="모음 이름"
      verb="만들기"
      maxLength={120}
      onSubmit={onSubmit}
      onClose={onClose}
    />
  ),
  play: async ({ canvas }) => {
    const field = canvas.getByRole('textbox', { name: '모음 이름' });
    await expect(field).toHaveFocus();
    await expect(canvas.getByRole('button', { name: '만들기' })).toBeDisabled();
    await userEvent.type(field, ' {Enter}');
    await expect(onSubmit).not.toHaveBeenCalled();
    await userEvent.type(field, '취업규칙 {Enter}');
    await expect(onSubmit).toHaveBeenCalledWith('취업규칙');
  },
};
