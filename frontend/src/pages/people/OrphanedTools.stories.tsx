import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { sent, withServer } from '../withServer';
import OrphanedTools from './OrphanedTools';

const orphan = (id: string, ko: string, inUse: boolean, owners: string[]) => ({
  id,
  name: { ko, en: `Tool ${id}` },
  icon: 'calendar',
  inUse,
  owners,
});
const left = orphan('t1', '휴가 도우미', true, ['이도윤', '총무팀']);
const person = (id: string, name: string, suspended = false) => ({
  id,
  name,
  email: `${id}@madang.example`,
  roles: ['member'],
  suspended,
});
const people = { items: [person('p1', '김하늘'), person('p2', '이도윤', true)] };
const LIST = 'GET /v1/orphaned-tools';

const meta = {
  component: OrphanedTools,
  decorators: [
    withServer({
      [LIST]: { items: [left, orphan('t2', '출장비 정산', false, ['박서준'])] },
      'GET /v1/people': people,
    }),
  ],
} satisfies Meta<typeof OrphanedTools>;

export default meta;
type Story = StoryObj<typeof meta>;

const pages = [{ items: [left] }, { items: [] }];

export const OneIsHandedOver: Story = {
  decorators: [
    withServer({
      get [LIST]() {
        return pages.shift();
      },
      'GET /v1/people': people,
    }),
  ],
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: '‘휴가 도우미’ 넘기기' }));
    const dialog = within(await canvas.findByRole('dialog'));
    await expect(dialog.getByRole('button', { name: '넘기기' })).toBeDisabled();
    // nobody in particular cannot answer for it, and who is suspended neither
    await userEvent.click(await dialog.findByRole('button', { name: /김하늘/ }));
    await expect(dialog.queryByRole('button', { name: /이도윤/ })).toBeNull();
    await expect(dialog.queryByRole('button', { name: /모든/ })).toBeNull();
    await userEvent.click(dialog.getByRole('button', { name: '넘기기' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith('PUT /v1/orphaned-tools/t1/owner', { personId: 'p1' }),
    );
    await waitFor(() => expect(canvas.getByText('주인 없는 도구가 없어요')).toBeVisible());
    await expect(canvas.queryByRole('dialog')).toBeNull();
  },
};
export const Listed: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('전 소유자: 이도윤, 총무팀')).toBeVisible();
    await expect(canvas.getByText('사람들이 쓰고 있어요')).toBeVisible();
  },
};
export const NarrowDarkInEnglish: Story = {
  globals: { theme: 'dark', locale: 'en' },
  decorators: [
    (Story) => (
      <div style={{ width: 360 }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Owned by 이도윤, 총무팀 before')).toBeVisible();
    const list = canvas.getByRole('list', { name: 'Tools without an owner' });
    await expect(list.scrollWidth).toBeLessThanOrEqual(360);
  },
};
export const NotRead: Story = {
  decorators: [
    withServer({
      [LIST]: new Response(JSON.stringify({ status: 503, code: 'unavailable' }), { status: 503 }),
    }),
  ],
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: '다시 시도' })).toBeVisible();
  },
};
