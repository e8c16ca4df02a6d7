import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { toProblem } from '@/lib/api/problem';
import { ConversationList } from './ConversationList';

const conversation = (id: string, title: string) => ({
  id,
  title,
  collectionIds: [],
  confidential: false,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
});
const meta = {
  component: ConversationList,
  args: {
    conversations: [
      conversation('1', '연차 휴가'),
      conversation('2', '출장 일비는 얼마이고 언제까지 정산해야 하나요? 해외 출장은 다른가요?'),
      conversation('3', ''),
    ],
    error: null,
    searching: false,
    onSearch: fn(),
    onRetry: fn(),
    onNew: fn(),
    onRename: fn(),
    onDelete: fn(),
    onLeave: fn(),
  },
  render: (args) => (
    <div style={{ height: 384, width: 264 }}>
      <ConversationList {...args} />
    </div>
  ),
} satisfies Meta<typeof ConversationList>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Some: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: '새 대화' }));
    await expect(args.onNew).toHaveBeenCalledOnce();
    await expect(canvas.getByText('제목 없는 대화')).toBeVisible();
    const menu = () => userEvent.click(canvas.getByRole('button', { name: '‘연차 휴가’ 메뉴' }));
    await menu();
    await userEvent.click(canvas.getByRole('menuitem', { name: '이름 바꾸기' }));
    await expect(args.onRename).toHaveBeenCalledWith(args.conversations![0]);
    await menu();
    await userEvent.click(canvas.getByRole('menuitem', { name: '삭제' }));
    await expect(args.onDelete).toHaveBeenCalledWith(args.conversations![0]);
    await userEvent.click(canvas.getByRole('link', { name: '연차 휴가' }));
    await expect(args.onLeave).toHaveBeenCalledOnce();
  },
};
export const SearchesWhenThePersonPauses: Story = {
  args: { conversations: [], searching: true },
  play: async ({ canvas, args }) => {
    await userEvent.type(canvas.getByRole('searchbox', { name: '대화 찾기' }), '연차');
    await waitFor(() => expect(args.onSearch).toHaveBeenLastCalledWith('연차'));
    await expect(canvas.getByText('찾는 대화가 없어요.')).toBeVisible();
  },
};
/** A title that would turn its neighbours round. */
export const ReadFromTheRight: Story = {
  args: { conversations: [conversation('1', 'report\u202efdp.exe'), conversation('2', 'חופשה שנתית')] },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('reportfdp.exe')).toBeVisible();
  },
};
export const Empty: Story = { args: { conversations: [] } };
export const Loading: Story = { args: { conversations: undefined } };
export const NotThere: Story = {
  args: { conversations: undefined, error: toProblem(undefined, 0) },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: '다시 시도' }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
  },
};
export const DarkInEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };

export const WithATool: Story = {
  args: { conversations: [{ ...conversation('1', '연차 휴가'), toolId: 'tool-1' }] },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('link', { name: '도구와 나눈 대화 연차 휴가' })).toBeVisible();
  },
};
