import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { dropDrafts } from '@/lib/drafts';
import { atAddress } from '../atAddress';
import { builder, collections, draft, history, models, refusal } from '../sampleTools';
import { sent, withServer } from '../withServer';
import EditorPage from './EditorPage';

const SLOW = { timeout: 5_000 };
const server = (tool: unknown, more: Record<string, unknown> = {}) =>
  withServer({
    'GET /v1/me': builder,
    'GET /v1/models': models,
    'GET /v1/collections': collections,
    'GET /v1/tools/t1': tool,
    [`GET /v1/tools/${draft.id}/releases`]: { items: [] },
    [`GET /v1/tools/${draft.id}/history`]: history,
    ...more,
  });
const meta = {
  component: EditorPage,
  parameters: { layout: 'fullscreen' },
  beforeEach: dropDrafts,
  decorators: [server(draft)],
  render: () => atAddress('/studio/t1', '/studio/:toolId', <EditorPage />),
} satisfies Meta<typeof EditorPage>;

export default meta;
type Story = StoryObj<typeof meta>;

const instructions = (canvas: ReturnType<typeof within>) => canvas.findByLabelText('지시', undefined, SLOW);

const own = () => atAddress(`/studio/${draft.id}`, '/studio/:toolId', <EditorPage />);

export const SavesByItself: Story = {
  decorators: [
    server(draft, {
      [`GET /v1/tools/${draft.id}`]: draft,
      [`PUT /v1/tools/${draft.id}`]: { ...draft, version: 4, instructions: `${draft.instructions} 더.` },
    }),
  ],
  render: own,
  play: async ({ canvas }) => {
    await userEvent.type(await instructions(canvas), ' 더.');
    await expect(canvas.getByText('저장하지 않은 내용이 있어요')).toBeVisible();
    await waitFor(
      () =>
        expect(sent).toHaveBeenCalledWith(
          `PUT /v1/tools/${draft.id}`,
          expect.objectContaining({ version: 3, instructions: `${draft.instructions} 더.` }),
        ),
      SLOW,
    );
    await canvas.findByText('모두 저장했어요');
    await expect(await instructions(canvas)).toHaveValue(`${draft.instructions} 더.`);
  },
};

export const ItsModelIsGone: Story = {
  decorators: [server({ ...draft, model: 'gpt-gone' })],
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/‘gpt-gone’ 모델은 지금 아무도/, undefined, SLOW)).toBeVisible();
    await userEvent.selectOptions(canvas.getByLabelText('모델'), 'best');
    await waitFor(() => expect(canvas.queryByText(/지금 아무도/)).toBeNull());
  },
};

export const CannotBeSaved: Story = {
  decorators: [
    server(draft, {
      [`GET /v1/tools/${draft.id}`]: draft,
      [`PUT /v1/tools/${draft.id}`]: refusal(503, 'unavailable', '지금은 답할 수 없어요'),
    }),
  ],
  render: own,
  play: async ({ canvas }) => {
    await userEvent.type(await instructions(canvas), ' 더.');
    await canvas.findByText(/저장하지 못했어요\. 쓴 것은 이 브라우저에 있고/, undefined, SLOW);
    // nothing that was written is lost
    await expect(await instructions(canvas)).toHaveValue(`${draft.instructions} 더.`);
  },
};

const trial = {
  id: 'c-try',
  title: '',
  collectionIds: [],
  toolId: draft.id,
  draft: true,
  confidential: false,
};
const at = '2026-03-02T01:00:00Z';
export const Tried: Story = {
  decorators: [
    server(
      {
        ...draft,
        inputs: [{ name: 'topic', kind: 'text', label: { ko: '주제', en: 'Topic' }, required: true }],
        output: { kind: 'table' },
      },
      {
        'POST /v1/conversations': { ...trial, createdAt: at, updatedAt: at },
        'GET /v1/conversations/c-try': {
          conversation: { ...trial, createdAt: at, updatedAt: at },
          messages: [
            {
              id: 'q1',
              role: 'user',
              text: '주제: 연차',
              status: 'complete',
              citations: [],
              inputs: [{ name: 'topic', label: '주제', value: '연차' }],
              createdAt: at,
            },
            {
              id: 'a1',
              parentId: 'q1',
              role: 'assistant',
              text: '| 종류 | 날 |\n|---|---|\n| 연차 | 15 |',
              status: 'complete',
              citations: [],
              createdAt: '2026-03-02T01:00:02Z',
            },
          ],
        },
        'POST /v1/conversations/c-try/messages': refusal(503, 'unavailable', '지금은 답할 수 없어요'),
      },
    ),
  ],
  play: async ({ canvas }) => {
    await instructions(canvas);
    await userEvent.click(canvas.getByRole('button', { name: '시험해 보기' }));
    const panel = within(await canvas.findByRole('complementary', { name: '초안 시험' }, SLOW));
    await userEvent.type(await panel.findByLabelText('주제'), '연차');
    await userEvent.click(panel.getByRole('button', { name: '실행' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith('POST /v1/conversations', { toolId: draft.id, draft: true }),
    );
  },
};
