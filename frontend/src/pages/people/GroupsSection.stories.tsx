import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { sent, withServer } from '../withServer';
import { GroupsSection } from './GroupsSection';

const group = (id: string, name: string) => ({ id, name, createdAt: '2026-01-01T00:00:00Z' });
const answers = {
  'GET /v1/groups': { items: [group('g', '인사팀'), group('h', '총무팀')] },
  'GET /v1/groups/g/members': { items: [{ kind: 'person', id: 'p', name: '김하늘' }] },
  'GET /v1/people': {
    items: [{ id: 'q', name: '박서준', email: 'seojun@madang.example', roles: ['member'] }],
  },
  'POST /v1/groups': group('n', '법무팀'),
  'GET /v1/groups/n/members': { items: [] },
};
const meta = {
  component: GroupsSection,
  args: { editable: true },
  decorators: [withServer(answers)],
} satisfies Meta<typeof GroupsSection>;

export default meta;
type Story = StoryObj<typeof meta>;

export const MembersComeAndGo: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: '인사팀' }));
    await userEvent.click(await canvas.findByRole('button', { name: '김하늘 빼기' }));
    await waitFor(() => expect(sent).toHaveBeenCalledWith('DELETE /v1/groups/g/members/p', undefined));
    await userEvent.type(canvas.getByRole('searchbox', { name: '넣을 사람이나 그룹 찾기' }), '서준');
    await userEvent.click(await canvas.findByRole('button', { name: '박서준' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith('POST /v1/groups/g/members', { kind: 'person', id: 'q' }),
    );
  },
};
const pages = [
  { items: [{ kind: 'group', id: 'h', name: '총무팀' }], nextCursor: 'c' },
  { items: [{ kind: 'person', id: 'p', name: '김하늘' }] },
];
export const MoreMembersThanOnePage: Story = {
  decorators: [
    withServer({
      ...answers,
      get 'GET /v1/groups/g/members'() {
        return pages.shift();
      },
    }),
  ],
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: '인사팀' }));
    await userEvent.click(await canvas.findByRole('button', { name: '더 보기' }));
    await expect(await canvas.findByText('김하늘')).toBeVisible();
    await expect(canvas.getByRole('button', { name: '총무팀 빼기' })).toBeVisible();
    await expect(canvas.queryByRole('button', { name: '더 보기' })).toBeNull();
  },
};
export const ANewOne: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: '새 그룹' }));
    await userEvent.type(canvas.getByRole('textbox', { name: '그룹 이름' }), '법무팀{Enter}');
    await waitFor(() => expect(sent).toHaveBeenCalledWith('POST /v1/groups', { name: '법무팀' }));
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
  },
};
export const OneGoes: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: '‘총무팀’ 그룹 삭제' }));
    await userEvent.click(canvas.getByRole('button', { name: '삭제' }));
    await waitFor(() => expect(sent).toHaveBeenCalledWith('DELETE /v1/groups/h', undefined));
  },
};
export const SeenByAnAuditor: Story = {
  args: { editable: false },
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: '인사팀' });
    await expect(canvas.queryByRole('button', { name: '새 그룹' })).toBeNull();
  },
};
export const NoneYet: Story = {
  decorators: [withServer({ 'GET /v1/groups': { items: [] } })],
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText('그룹이 아직 없어요')).toBeVisible());
  },
};
export const DarkInEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
