import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { Toaster } from '@/components/organisms/Toaster';
import { failed, gate, leave, running } from '@/components/organisms/sampleEvaluations';
import { dropDrafts } from '@/lib/drafts';
import { toasts } from '@/lib/toasts';
import { atAddress } from '../atAddress';
import { builder, collections, draft, history, models, submitted } from '../sampleTools';
import { sent, withServer } from '../withServer';
import EditorPage from './EditorPage';

const SLOW = { timeout: 5_000 };
const AT = `/v1/tools/${draft.id}`;
const server = (tool: unknown, more: Record<string, unknown> = {}) =>
  withServer({
    'GET /v1/me': builder,
    'GET /v1/models': models,
    'GET /v1/collections': collections,
    [`GET ${AT}`]: tool,
    [`GET ${AT}/releases`]: { items: [] },
    [`GET ${AT}/history`]: history,
    [`GET ${AT}/gate`]: gate(),
    ...more,
  });
const meta = {
  title: 'pages/studio/EditorGolden',
  component: EditorPage,
  parameters: { layout: 'fullscreen' },
  beforeEach: () => {
    dropDrafts();
    toasts.set([]);
  },
  decorators: [server(draft)],
  render: () => (
    <>
      {atAddress(`/studio/${draft.id}`, '/studio/:toolId', <EditorPage />)}
      <Toaster />
    </>
  ),
} satisfies Meta<typeof EditorPage>;

export default meta;
type Story = StoryObj<typeof meta>;

/** It is asked before the reviewers see it, and can be taken back. */
export const IsEvaluated: Story = {
  decorators: [
    server(
      { ...submitted, status: 'EVALUATING' },
      { [`GET ${AT}/gate`]: gate({ draft: running }), [`DELETE ${AT}/submission`]: draft },
    ),
  ],
  play: async ({ canvas }) => {
    await canvas.findByText('골든 질문 평가 중 1/2. 통과하면 검토자에게 가요.', undefined, SLOW);
    await expect(canvas.getByLabelText('지시')).toBeDisabled();
    await userEvent.click(canvas.getByRole('button', { name: '검토 취소' }));
    await waitFor(() => expect(sent).toHaveBeenCalledWith(`DELETE ${AT}/submission`, undefined));
  },
};
export const DidNotPass: Story = {
  decorators: [
    server(
      { ...draft, fault: 'not_proven' },
      {
        [`GET ${AT}/history`]: {
          items: [
            {
              id: 'h4',
              at: failed.endedAt,
              act: 'NOT_PROVEN',
              revision: 2,
              made: false,
              reason: { cause: 'not_proven', score: 0.662, threshold: 0.8 },
            },
            { id: 'h3', at: failed.startedAt, by: builder, act: 'EVALUATING', revision: 2, made: false },
            ...history.items,
          ],
        },
      },
    ),
  ],
  play: async ({ canvas }) => {
    await canvas.findByText('골든 질문을 통과하지 못해 검토자에게 가지 않았어요.', undefined, SLOW);
    await expect(canvas.getByRole('link', { name: '결과 보기' })).toHaveAttribute(
      'href',
      `/studio/${draft.id}/golden`,
    );
    await canvas.findByText('골든 질문의 점수가 66.2%로 기준 80%에 못 미쳤어요.');
  },
};
export const ComesFirst: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: '검토받기' }, SLOW));
    const dialog = within(await canvas.findByRole('dialog'));
    await dialog.findByText(/먼저 골든 질문 2개로 평가해요/);
  },
};
export const TakenBackForIt: Story = {
  decorators: [
    server({
      ...draft,
      live: { number: 1, releasedAt: '2026-03-01T02:00:00Z' },
      rolledBack: {
        number: 2,
        backTo: 1,
        at: '2026-03-02T02:00:00Z',
        reason: { cause: 'golden', score: 0.5, threshold: 0.8 },
      },
    }),
  ],
  play: async ({ canvas }) => {
    await canvas.findByText('골든 질문의 점수가 50%로 기준 80%에 못 미쳤어요.', undefined, SLOW);
  },
};

const at = '2026-03-02T01:00:00Z';
const trial = {
  id: 'c-try',
  title: '',
  collectionIds: [],
  toolId: draft.id,
  draft: true,
  confidential: false,
};
const cited = {
  number: 1,
  passageId: 'p1',
  documentId: 'd1',
  documentName: '취업규칙.pdf',
  location: { page: 2 },
  quote: '15일',
};
const tried = (citations: unknown[]) =>
  server(
    { ...draft, starters: [] },
    {
      'POST /v1/conversations': { ...trial, createdAt: at, updatedAt: at },
      'GET /v1/conversations/c-try': {
        conversation: { ...trial, createdAt: at, updatedAt: at },
        messages: [
          { id: 'q1', role: 'user', text: leave.question, status: 'complete', citations: [], createdAt: at },
          {
            id: 'a1',
            parentId: 'q1',
            role: 'assistant',
            text: '연차는 15일이에요 [1].',
            status: 'complete',
            citations,
            createdAt: '2026-03-02T01:00:02Z',
          },
        ],
      },
      [`POST ${AT}/golden-questions`]: leave,
    },
  );
async function tries(canvas: ReturnType<typeof within>) {
  await userEvent.click(await canvas.findByRole('button', { name: '시험해 보기' }, SLOW));
  const panel = within(await canvas.findByRole('complementary', { name: '초안 시험' }, SLOW));
  await userEvent.type(await panel.findByRole('textbox', { name: '질문' }), `${leave.question}{Enter}`);
  await userEvent.click(await panel.findByRole('button', { name: '골든 질문으로 담기' }, SLOW));
}

/** One click takes what was asked and what the answer cites. */
export const TakenFromAnAnswer: Story = {
  decorators: [tried([cited, { ...cited, number: 2, passageId: 'p2' }])],
  play: async ({ canvas }) => {
    await tries(canvas);
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(`POST ${AT}/golden-questions`, {
        question: leave.question,
        documents: ['취업규칙.pdf'],
      }),
    );
    await expect(await canvas.findByRole('link', { name: '고치기' })).toHaveAttribute(
      'href',
      `/studio/${draft.id}/golden`,
    );
  },
};
/** An answer that cites nothing says not what to expect: the person does. */
export const TakenWithoutASource: Story = {
  decorators: [tried([])],
  play: async ({ canvas }) => {
    await tries(canvas);
    const dialog = within(await canvas.findByRole('dialog', undefined, SLOW));
    await expect(dialog.getByLabelText('질문')).toHaveValue(leave.question);
  },
};
