import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { failed, gate, running } from '@/components/organisms/sampleEvaluations';
import { dropDrafts } from '@/lib/drafts';
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
  component: EditorPage,
  parameters: { layout: 'fullscreen' },
  beforeEach: dropDrafts,
  decorators: [server(draft)],
  render: () => atAddress(`/studio/${draft.id}`, '/studio/:toolId', <EditorPage />),
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
    await canvas.findByText('1/2개에 답했어요. 통과하면 검토자에게 가요.', undefined, SLOW);
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
        [`GET ${AT}/gate`]: gate({ draft: failed }),
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
    // in the notice, and in the history
    await waitFor(() =>
      expect(canvas.getAllByText('골든 질문의 점수가 66.2%로 기준 80%에 못 미쳤어요.')).toHaveLength(2),
    );
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
