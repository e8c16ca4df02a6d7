import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { builder, draft, line, refusal, returned, reviewer, submitted } from '../sampleTools';
import { sent, withServer } from '../withServer';
import StudioPage from './StudioPage';

const SLOW = { timeout: 5_000 };
const requests = {
  items: [
    {
      id: 'q1',
      toolId: draft.id,
      toolName: draft.name,
      toolIcon: draft.icon,
      by: { id: 'p2', name: '김하늘' },
      reason: '신입 교육에서 연차 안내를 맡았어요.',
      askedAt: '2026-03-05T01:00:00Z',
    },
  ],
};
const server = (me: unknown, tools: unknown, waiting: unknown = { items: [] }) =>
  withServer({ 'GET /v1/me': me, 'GET /v1/tools': tools, 'GET /v1/access-requests': waiting });
const meta = {
  component: StudioPage,
  parameters: { layout: 'fullscreen' },
  decorators: [
    server(builder, {
      items: [
        line(draft),
        { ...line(submitted), id: 't2', live: { number: 1, releasedAt: '2026-03-01T02:00:00Z' } },
        {
          ...line(returned),
          id: 't3',
          name: { en: 'A tool with quite a long name that does not fit on phones' },
        },
      ],
    }),
  ],
} satisfies Meta<typeof StudioPage>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Tools: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('고쳐 달래요', undefined, SLOW)).toBeVisible();
    await expect(await canvas.findByRole('button', { name: '새 도구' })).toBeEnabled();
    await expect(canvas.getByText('릴리스 1')).toBeVisible();
  },
};
export const Requests: Story = {
  decorators: [server(builder, { items: [line(draft)] }, requests)],
  play: async ({ canvas, canvasElement }) => {
    await canvas.findByText(/김하늘 님이 ‘휴가 도우미’/, undefined, SLOW);
    await userEvent.click(canvas.getByRole('button', { name: '허락하기' }));
    await waitFor(() => expect(sent).toHaveBeenCalledWith('POST /v1/access-requests/q1/grant', undefined));
    await userEvent.click(canvas.getByRole('button', { name: '거절하기' }));
    const dialog = within(canvasElement.ownerDocument.body).getByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox'), '인사팀만 써요');
    await userEvent.click(within(dialog).getByRole('button', { name: '거절하기' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith('POST /v1/access-requests/q1/decline', { answer: '인사팀만 써요' }),
    );
  },
};
export const Empty: Story = {
  decorators: [server(builder, { items: [] })],
  play: async ({ canvas }) => {
    await canvas.findByText('첫 도구를 만들어 보세요', undefined, SLOW);
    await expect(await canvas.findByRole('button', { name: '새 도구' })).toBeEnabled();
  },
};
export const OnlyBuildersBegin: Story = {
  decorators: [server(reviewer, { items: [line(draft)] })],
  play: async ({ canvas }) => {
    await canvas.findByText('작성 중', undefined, SLOW);
    await expect(canvas.queryByRole('button', { name: '새 도구' })).toBeNull();
  },
};
export const Failing: Story = {
  decorators: [server(builder, refusal(503, 'unavailable', '지금은 답할 수 없어요'))],
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: '다시 시도' }, SLOW);
  },
};
export const Loading: Story = { decorators: [server(builder, new Promise(() => null))] };
export const DarkEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
