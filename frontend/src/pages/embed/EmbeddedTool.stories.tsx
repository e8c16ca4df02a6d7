import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { dropDrafts } from '@/lib/drafts';
import { atAddress } from '../atAddress';
import { models, refusal, storeTool } from '../sampleTools';
import { withServer } from '../withServer';
import { EmbeddedTool } from './EmbeddedTool';

const SLOW = { timeout: 10_000 };
const at = '2026-11-27T01:00:00Z';
const conversation = {
  id: 'c1',
  title: '연차',
  collectionIds: [],
  toolId: 't1',
  updatedAt: at,
  createdAt: at,
};
const detail = (toolId: string) => ({
  conversation: { ...conversation, toolId },
  messages: [
    { id: 'q1', role: 'user', text: '연차는 며칠인가요?', createdAt: at },
    {
      id: 'a1',
      parentId: 'q1',
      role: 'assistant',
      status: 'complete',
      text: '연차는 15일이에요 [1].',
      citations: [
        {
          number: 1,
          documentId: 'd1',
          documentName: '취업규칙.pdf',
          passageId: 'p1',
          location: { page: 12 },
          quote: '연차는 15일',
        },
      ],
      createdAt: at,
    },
  ],
});
const server = (more: Record<string, unknown> = {}) =>
  withServer({
    'GET /v1/store/tools/t1': storeTool,
    'GET /v1/models': models,
    'GET /v1/reports/me/budgets': { items: [] },
    'GET /v1/conversations/c1': detail('t1'),
    'GET /v1/passages/p1': { id: 'p1', text: '제4조 연차는 15일을 준다.', location: { page: 12 } },
    ...more,
  });
const meta = {
  component: EmbeddedTool,
  parameters: { layout: 'fullscreen' },
  beforeEach: dropDrafts,
  decorators: [server()],
  render: () => atAddress('/embed/t1', '/embed/:toolId/:conversationId?', <EmbeddedTool />),
} satisfies Meta<typeof EmbeddedTool>;

export default meta;
type Story = StoryObj<typeof meta>;

const open = () => atAddress('/embed/t1/c1', '/embed/:toolId/:conversationId?', <EmbeddedTool />);

export const Begins: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { level: 1, name: '휴가 도우미' }, SLOW)).toBeVisible();
    await canvas.findByRole('textbox', { name: '질문' }, SLOW);
    await expect(canvas.getByRole('link', { name: '마당에서 열기' })).toHaveAttribute('href', '/?tool=t1');
    await expect(canvas.queryByRole('navigation')).toBeNull();
  },
};
export const CitesWithTitles: Story = {
  render: open,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('link', { name: '마당에서 열기' }, SLOW)).toHaveAttribute(
      'href',
      '/c/c1',
    );
    await userEvent.click(await canvas.findByRole('button', { name: /^출처 1 열기/ }, SLOW));
    // the passage is drawn anew when its mark comes
    await waitFor(() => expect(canvas.getByText(/을 준다\./)).toBeVisible(), SLOW);
  },
};
export const BeginsAnew: Story = {
  render: open,
  play: async ({ canvas }) => {
    await canvas.findByText(/연차는 15일이에요/, undefined, SLOW);
    await userEvent.click(canvas.getByRole('button', { name: '새 대화' }));
    await canvas.findByRole('button', { name: '반차도 되나요?' }, SLOW);
  },
};
export const NothingOfElsewhere: Story = {
  decorators: [server({ 'GET /v1/conversations/c1': detail('t2') })],
  render: open,
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: '반차도 되나요?' }, SLOW);
    await expect(canvas.queryByText('연차는 15일이에요')).toBeNull();
  },
};
export const NotForThisPerson: Story = {
  decorators: [server({ 'GET /v1/store/tools/t1': refusal(404, 'not_found', '찾을 수 없어요') })],
  play: async ({ canvas }) => {
    await canvas.findByText('열 수 없는 도구예요', undefined, SLOW);
  },
};
export const DarkEnglish: Story = { render: open, globals: { theme: 'dark', locale: 'en' } };
