import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { atAddress } from '../atAddress';
import { refusal, storeLine } from '../sampleTools';
import { withServer } from '../withServer';
import StorePage from './StorePage';

const SLOW = { timeout: 5_000 };
const few = (...items: unknown[]) => ({ items, nextCursor: 'more' });
const first = (order: string) => `GET /v1/store/tools?order=${order}&limit=3`;
const meta = {
  component: StorePage,
  parameters: { layout: 'fullscreen' },
  decorators: [
    withServer({
      'GET /v1/store/tools': {
        items: [
          storeLine,
          { ...storeLine, id: 't2', name: { ko: '경비 정산' }, icon: 'calculator', owner: undefined },
          {
            ...storeLine,
            id: 't3',
            name: { en: 'Contract check' },
            icon: 'scales',
            description: { en: 'Reads contracts.' },
          },
        ],
        nextCursor: 'more',
      },
      [first('favourites')]: { items: [{ ...storeLine, id: 'f1', name: { ko: '회의록' } }] },
      [first('featured')]: few({ ...storeLine, id: 'f2', name: { ko: '계약 검토' }, favourite: false }),
      [first('used')]: { items: [] },
    }),
  ],
} satisfies Meta<typeof StorePage>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Tools: Story = {
  play: async ({ canvas }) => {
    const card = await canvas.findByRole('link', { name: /휴가 도우미/ }, SLOW);
    await expect(card).toHaveAttribute('href', `/store/${storeLine.id}`);
    await expect(canvas.getByRole('button', { name: '더 보기' })).toBeEnabled();
    const featured = await canvas.findByRole('region', { name: '추천 도구' });
    await waitFor(() => expect(within(featured).getByRole('link', { name: /계약 검토/ })).toBeVisible());
    await expect(canvas.getByRole('link', { name: '추천 도구 모두 보기' })).toHaveAttribute(
      'href',
      '/store?order=featured',
    );
    await expect(canvas.queryByRole('region', { name: '많이 쓰는 도구' })).toBeNull();
  },
};
export const Empty: Story = {
  decorators: [withServer({ 'GET /v1/store/tools': { items: [] } })],
  play: async ({ canvas }) => {
    await canvas.findByText('아직 쓸 수 있는 도구가 없어요', undefined, SLOW);
    await userEvent.type(canvas.getByRole('searchbox'), '없는 것');
    await waitFor(() => expect(canvas.getByText('찾는 도구가 없어요')).toBeVisible(), SLOW);
  },
};
export const OneCategory: Story = {
  decorators: [
    withServer({
      'GET /v1/store/tools': { items: [storeLine] },
      'GET /v1/store/tools?order=latest&limit=30&category=legal': { items: [] },
    }),
  ],
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: '법무' }, SLOW));
    await canvas.findByText('이 분류에는 아직 쓸 수 있는 도구가 없어요.', undefined, SLOW);
    await expect(canvas.queryByRole('link', { name: /휴가 도우미/ })).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: '법무' }));
    await waitFor(() =>
      expect(canvas.getAllByRole('link', { name: /휴가 도우미/ }).length).toBeGreaterThan(1),
    );
  },
};
export const NoFavourites: Story = {
  decorators: [withServer({ 'GET /v1/store/tools': { items: [] } })],
  render: () => atAddress('/store?order=favourites', '/store', <StorePage />),
  play: async ({ canvas }) => {
    await canvas.findByText(/하트를 누르면/, undefined, SLOW);
    await expect(canvas.getByRole('heading', { level: 1, name: '즐겨 쓰는 도구' })).toBeVisible();
  },
};
export const Failing: Story = {
  decorators: [withServer({ 'GET /v1/store/tools': refusal(503, 'unavailable', '지금은 답할 수 없어요') })],
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: '다시 시도' }, SLOW);
  },
};
export const Loading: Story = {
  decorators: [withServer({ 'GET /v1/store/tools': new Promise(() => null) })],
};
export const DarkEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
