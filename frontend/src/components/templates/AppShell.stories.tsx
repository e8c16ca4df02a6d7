import type { Meta, StoryObj } from '@storybook/react-vite';
import { Library, MessageCircle, Users } from 'lucide-react';
import { expect, fn, userEvent } from 'storybook/test';
import { AccountMenu } from '../organisms/AccountMenu';
import { AppShell } from './AppShell';

const account = {
  name: '이도윤',
  theme: 'system',
  locale: 'ko',
  onTheme: fn(),
  onLocale: fn(),
  onKeys: fn(),
  onSignOut: fn(),
} as const;
const meta = {
  component: AppShell,
  parameters: { layout: 'fullscreen' },
  args: {
    destinations: [
      { to: '/', label: '대화', icon: MessageCircle, active: true },
      { to: '/library', label: '자료실', icon: Library, active: false },
      { to: '/people', label: '구성원', icon: Users, active: false },
    ],
    account: <AccountMenu {...account} />,
    onPalette: fn(),
    children: <h1 className="p-4 text-xl font-semibold">{'대화'}</h1>,
  },
} satisfies Meta<typeof AppShell>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Wide: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.tab();
    await expect(canvas.getByRole('link', { name: '본문으로 건너뛰기' })).toHaveFocus();
    await expect(canvas.getByRole('link', { name: '대화' })).toHaveAttribute('aria-current', 'page');
    await userEvent.click(canvas.getByRole('button', { name: /찾기/ }));
    await expect(args.onPalette).toHaveBeenCalledOnce();
    await userEvent.click(canvas.getByRole('button', { name: '설정 이도윤' }));
    await userEvent.click(canvas.getByRole('menuitemradio', { name: 'English' }));
    await expect(account.onLocale).toHaveBeenCalledWith('en');
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };
export const WithANotice: Story = {
  args: { notice: <p className="bg-warn-soft px-4 py-2 text-sm">{'다시 로그인해 주세요.'}</p> },
};
