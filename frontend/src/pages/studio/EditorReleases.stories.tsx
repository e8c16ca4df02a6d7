import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { passed } from '@/components/organisms/sampleEvaluations';
import { dropDrafts } from '@/lib/drafts';
import { atAddress } from '../atAddress';
import { builder, collections, draft, history, models, release } from '../sampleTools';
import type { Tool } from '@/lib/api/types';
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

const since = '2026-03-02T01:00:00Z';
const trial: Tool = {
  ...draft,
  status: 'LIVE',
  live: { number: 1, releasedAt: release.releasedAt },
  canary: { number: 2, percent: 20, since },
};
const shares = { errors: { sessions: 24, bad: 0 }, feedback: { sessions: 24, bad: 3 } };
export const Canary: Story = {
  decorators: [
    server(trial, {
      [`GET /v1/tools/${draft.id}/releases`]: { items: [{ ...release, number: 2, live: false }, release] },
      [`GET /v1/tools/${draft.id}/canary`]: {
        number: 2,
        percent: 20,
        since,
        needed: 20,
        measures: [
          { cause: 'errors', ...shares.errors, bound: 0, limit: 0.1, verdict: 'HOLDS' },
          {
            cause: 'feedback',
            ...shares.feedback,
            bound: 0.034,
            limit: 0.2,
            live: { sessions: 120, bad: 9 },
            verdict: 'HOLDS',
          },
        ],
      },
      [`GET /v1/tools/${draft.id}/gate`]: {
        threshold: 0.8,
        questions: 2,
        proven: true,
        canary: { ...passed, release: 2 },
      },
      [`POST /v1/tools/${draft.id}/rollback`]: {
        ...draft,
        live: { number: 1, releasedAt: release.releasedAt },
        rolledBack: { number: 2, backTo: 1, at: since, by: builder, reason: { cause: 'hand' } },
      },
    }),
  ],
  play: async ({ canvas }) => {
    const panel = within(await canvas.findByRole('region', { name: '시험 중인 릴리스 2' }, SLOW));
    await expect(await panel.findByText('24명 중 3명')).toBeVisible();
    await expect(panel.getByText('비교하기엔 적어요')).toBeVisible();
    await expect(panel.getByRole('link', { name: /^골든 질문 100% \(기준 80%\)/ })).toBeVisible();
    await userEvent.click(panel.getByRole('button', { name: '되돌리기' }));
    const dialog = within(await canvas.findByRole('dialog'));
    await waitFor(() => expect(dialog.getByText(/1번 릴리스를 써요/)).toBeVisible());
    await userEvent.click(dialog.getByRole('button', { name: '되돌리기' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(`POST /v1/tools/${draft.id}/rollback`, { from: 2 }),
    );
  },
};

export const TakenBackByItself: Story = {
  decorators: [
    server({
      ...trial,
      status: 'DRAFT',
      canary: undefined,
      rolledBack: {
        number: 2,
        backTo: 1,
        at: since,
        reason: { cause: 'feedback', sessions: 24, bad: 14, bound: 0.35, limit: 0.2 },
      },
    }),
  ],
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText(/24명 중 14명이 도움이 안 됐다고 했어요/, undefined, SLOW),
    ).toBeVisible();
  },
};

export const WhoChangedWhat: Story = {
  decorators: [
    server(draft, {
      [`GET /v1/tools/${draft.id}/revisions/2`]: {
        revision: 2,
        definition: { ...draft, others: {} },
        before: { ...draft, instructions: '길게 답한다.', others: {} },
      },
    }),
  ],
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^고쳤어요/ }, SLOW));
    await waitFor(() =>
      expect(canvasElement.querySelector('[data-diff=removed]')).toHaveTextContent('길게 답한다.'),
    );
  },
};
