import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { m } from '@/paraglide/messages';
import { PagedList } from './PagedList';

const NOTHING = '아직 없어요';
const page = (...names: string[]) => ({ items: names.map((name) => ({ id: name, name })) });
const query = {
  data: { pages: [page('휴가 도우미', '출장 도우미'), page('Leave helper')] },
  error: null as unknown,
  hasNextPage: true,
  isFetchingNextPage: false,
  refetch: fn(),
  fetchNextPage: fn(),
};

const meta = {
  component: PagedList<{ id: string; name: string }>,
  args: {
    query,
    label: '도구',
    empty: <p>{NOTHING}</p>,
    children: ({ name }) => <p className="px-4 py-3">{name}</p>,
  },
} satisfies Meta<typeof PagedList<{ id: string; name: string }>>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Rows: Story = {
  play: async ({ canvas, args }) => {
    await expect(canvas.getAllByRole('listitem')).toHaveLength(3);
    await userEvent.click(canvas.getByRole('button', { name: m.more() }));
    await expect(args.query.fetchNextPage).toHaveBeenCalledOnce();
  },
};
export const Cards: Story = { args: { look: 'cards', query: { ...query, hasNextPage: false } } };
export const MoreIsComing: Story = {
  args: { query: { ...query, isFetchingNextPage: true } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: m.more() })).toBeDisabled();
  },
};
export const Empty: Story = {
  args: { query: { ...query, data: { pages: [page()] }, hasNextPage: false } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(NOTHING)).toBeVisible();
    await expect(canvas.queryByRole('list')).toBeNull();
  },
};
export const Loading: Story = { args: { query: { ...query, data: undefined } } };
export const Failing: Story = {
  args: { query: { ...query, data: undefined, error: new Error('no network') } },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: m.retry() }));
    await expect(args.query.refetch).toHaveBeenCalledOnce();
  },
};
/** A page that was read stays while its renewal fails. */
export const FailingLater: Story = {
  args: { query: { ...query, error: new Error('no network') } },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('listitem')).toHaveLength(3);
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};
export const DarkEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
