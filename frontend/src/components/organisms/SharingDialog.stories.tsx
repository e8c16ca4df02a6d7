import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { SharingDialog } from './SharingDialog';

const meta = {
  component: SharingDialog,
  args: {
    title: '‘취업규칙’ 공유',
    roles: [
      { value: 'reader', label: '읽기' },
      { value: 'editor', label: '편집' },
      { value: 'owner', label: '소유' },
    ],
    editable: true,
    onSearch: fn(),
    onGrant: fn(),
    onRemove: fn(),
    onClose: fn(),
    grants: [
      { id: 'grant-1', subject: { kind: 'person', id: 'person-1' }, name: '이도윤', role: 'owner' },
      { id: 'grant-2', subject: { kind: 'group', id: 'group-1' }, name: '인사팀', role: 'editor' },
    ],
    candidates: [
      { subject: { kind: 'everyone' }, name: '모든 구성원', detail: '회사의 누구나' },
      { subject: { kind: 'person', id: 'person-2' }, name: '김하늘', detail: 'employee@madang.example' },
    ],
  },
} satisfies Meta<typeof SharingDialog>;

export default meta;
type Story = StoryObj<typeof meta>;

export const GivesTheChosenRole: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.selectOptions(canvas.getByLabelText('줄 역할'), 'editor');
    await userEvent.click(canvas.getByText('김하늘'));
    await expect(args.onGrant).toHaveBeenCalledWith({ kind: 'person', id: 'person-2' }, 'editor');
    await expect(canvas.getByLabelText('이도윤 공유 해제')).toBeDisabled();
  },
};
export const NobodyInParticularOwns: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('모든 구성원')).toBeInTheDocument();
    await userEvent.selectOptions(canvas.getByLabelText('줄 역할'), 'owner');
    await expect(canvas.queryByText('모든 구성원')).toBeNull();
  },
};
export const NobodyElse: Story = {
  args: {
    nobody: '아직 아무에게도 공유하지 않았어요.',
    grants: [{ id: 'grant-1', subject: { kind: 'person', id: 'person-1' }, name: '이도윤', role: 'owner' }],
  },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText('아직 아무에게도 공유하지 않았어요.')).toBeVisible());
  },
};
export const Failing: Story = {
  args: { grants: undefined, error: new Error('offline'), onRetry: fn() },
  play: async ({ canvas, args }) => {
    await userEvent.click(await canvas.findByRole('button', { name: '다시 시도' }));
    await expect(args.onRetry).toHaveBeenCalled();
  },
};
export const Reader: Story = { args: { editable: false, candidates: [] }, globals: { theme: 'dark' } };
