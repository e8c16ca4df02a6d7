import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { dismissToast, tell, toast, toastDone, toasts } from '@/lib/toasts';
import { Toaster } from './Toaster';

const meta = {
  component: Toaster,
  beforeEach: () => {
    toasts.set([]);
    return () => toasts.set([]);
  },
} satisfies Meta<typeof Toaster>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Failed: Story = {
  play: async ({ canvas }) => {
    toast('연결할 수 없어요', '인터넷 연결을 확인해 주세요.');
    await waitFor(() => expect(canvas.getByText('연결할 수 없어요')).toBeVisible());
    await userEvent.click(canvas.getByRole('button', { name: '닫기' }));
    await waitFor(() => expect(canvas.queryByText('연결할 수 없어요')).toBeNull());
  },
};
/** What takes longer is told calmly, until it is over. */
export const GoesOn: Story = {
  play: async ({ canvas }) => {
    const told = tell(
      '파일을 가져오고 있어요',
      '아주 긴 이름을 가진 문서_2026년_개정_취업규칙_최종_진짜최종.pdf',
    );
    await waitFor(() => expect(canvas.getByText('파일을 가져오고 있어요')).toBeVisible());
    dismissToast(told);
    await waitFor(() => expect(canvas.queryByText('파일을 가져오고 있어요')).toBeNull());
  },
};
/** What was done may lead on, and goes away when it is followed. */
export const LeadsOn: Story = {
  play: async ({ canvas }) => {
    toastDone('골든 질문으로 담았어요', '인용한 문서 2개를 기대하게 했어요.', {
      to: '/studio/t1/golden',
      text: '고치기',
      state: null,
    });
    await userEvent.click(await canvas.findByRole('link', { name: '고치기' }));
    await waitFor(() => expect(canvas.queryByText('골든 질문으로 담았어요')).toBeNull());
  },
};
export const ThreeDark: Story = {
  globals: { theme: 'dark' },
  play: async ({ canvas }) => {
    for (const detail of ['하나', '둘', '셋', '넷']) toast('지우지 못했어요', detail);
    await waitFor(() => expect(canvas.getByText('넷')).toBeVisible());
    await expect(canvas.queryByText('하나')).toBeNull();
  },
};
