import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { dropDrafts } from '@/lib/drafts';
import { atAddress } from '../atAddress';
import {
  builder,
  collections,
  draft,
  history,
  models,
  refusal,
  release,
  returned,
  submitted,
} from '../sampleTools';
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

const instructions = (canvas: ReturnType<typeof within>) => canvas.findByLabelText('지시', undefined, SLOW);

export const Draft: Story = {
  play: async ({ canvas }) => {
    await instructions(canvas);
    await expect(canvas.getByText('모두 저장했어요')).toBeVisible();
    await expect(canvas.queryByRole('button', { name: '저장' })).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: '도구 메뉴' }));
    await expect(canvas.getByRole('menuitem', { name: '도구 지우기' })).toBeVisible();
  },
};

export const SavesAndSubmits: Story = {
  decorators: [
    server(draft, {
      [`PUT /v1/tools/${draft.id}`]: { ...draft, version: 4 },
      [`POST /v1/tools/${draft.id}/submission`]: { ...submitted, version: 5 },
    }),
  ],
  play: async ({ canvas }) => {
    await userEvent.type(await instructions(canvas), ' 더.');
    await userEvent.click(canvas.getByRole('button', { name: '저장하고 검토받기' }));
    const dialog = within(await canvas.findByRole('dialog'));
    await expect(sent).toHaveBeenCalledWith(
      `PUT /v1/tools/${draft.id}`,
      expect.objectContaining({ version: 3, instructions: `${draft.instructions} 더.` }),
    );
    await userEvent.type(dialog.getByLabelText('검토자에게 남길 말'), '봐 주세요');
    await userEvent.click(dialog.getByRole('button', { name: '검토받기' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(`POST /v1/tools/${draft.id}/submission`, {
        version: 4,
        note: '봐 주세요',
        percent: 100,
      }),
    );
  },
};

let theirs = draft;
export const SomebodyElseSaved: Story = {
  beforeEach: () => {
    theirs = draft;
  },
  decorators: [
    withServer({
      'GET /v1/me': builder,
      'GET /v1/models': models,
      'GET /v1/collections': collections,
      // read again for each call
      get 'GET /v1/tools/t1'() {
        return theirs;
      },
      [`GET /v1/tools/${draft.id}/releases`]: { items: [] },
      [`GET /v1/tools/${draft.id}/history`]: history,
      [`PUT /v1/tools/${draft.id}`]: refusal(409, 'conflict', '그사이 바뀌었어요'),
    }),
  ],
  play: async ({ canvas }) => {
    await userEvent.type(await instructions(canvas), ' 내 것.');
    theirs = { ...draft, version: 9, instructions: '동료의 것.' };
    await userEvent.click(canvas.getByRole('button', { name: '저장' }));
    await canvas.findByText('그사이 다른 사람이 저장했어요');
    // nothing that was written is lost
    await expect(canvas.getByLabelText('지시')).toHaveValue(`${draft.instructions} 내 것.`);
    await userEvent.click(canvas.getByRole('button', { name: '내 것으로 저장' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(
        `PUT /v1/tools/${draft.id}`,
        expect.objectContaining({ version: 9, instructions: `${draft.instructions} 내 것.` }),
      ),
    );
    await userEvent.click(canvas.getByRole('button', { name: '저장된 것 불러오기' }));
    await expect(canvas.getByLabelText('지시')).toHaveValue('동료의 것.');
  },
};

export const Submitted: Story = {
  decorators: [server(submitted)],
  play: async ({ canvas }) => {
    await expect(await instructions(canvas)).toBeDisabled();
    await expect(canvas.getByRole('button', { name: '검토 취소' })).toBeEnabled();
    await expect(canvas.queryByRole('button', { name: '검토받기' })).toBeNull();
  },
};

export const Returned: Story = {
  decorators: [server(returned)],
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('어느 규정인지 밝혀 주세요.', undefined, SLOW)).toBeVisible();
    await expect(await instructions(canvas)).toBeEnabled();
  },
};

export const Live: Story = {
  decorators: [
    server(
      { ...draft, status: 'LIVE', live: { number: 1, releasedAt: release.releasedAt } },
      { [`GET /v1/tools/${draft.id}/releases`]: { items: [release] } },
    ),
  ],
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /릴리스 1.*지금 쓰임/ }, SLOW));
    await expect(canvas.getByText('취업규칙에 따라 길게 답한다.')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: '도구 메뉴' }));
    await userEvent.click(canvas.getByRole('menuitem', { name: '그만 쓰기' }));
    const dialog = within(await canvas.findByRole('dialog'));
    await waitFor(() => expect(dialog.getByText(/되돌릴 수 없어요/)).toBeVisible());
  },
};

export const SharedByAnEditor: Story = {
  decorators: [
    server(
      { ...draft, role: 'editor', collectionIds: ['c-rules', 'c-secret'] },
      {
        [`GET /v1/tools/${draft.id}/findable`]: { findable: true },
        [`GET /v1/tools/${draft.id}/grants`]: {
          items: [{ id: 'g1', subject: { kind: 'person', id: 'p-doyun' }, name: '이도윤', role: 'owner' }],
        },
      },
    ),
  ],
  play: async ({ canvas }) => {
    await instructions(canvas);
    await expect(canvas.queryByRole('button', { name: '도구 메뉴' })).toBeNull();
    await expect(await canvas.findByText('내가 볼 수 없는 모음')).toBeVisible();
    await expect(canvas.getByText(/볼 수 없는 모음이 있으면 저장할 수 없어요/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: '쓸 사람 정하기' }));
    const dialog = within(await canvas.findByRole('dialog'));
    // it fades in
    await waitFor(() => expect(dialog.getByText(/아직 아무에게도/)).toBeVisible());
    await expect(dialog.queryByRole('searchbox')).toBeNull();
  },
};

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
    await userEvent.click(panel.getByRole('button', { name: '되돌리기' }));
    const dialog = within(await canvas.findByRole('dialog'));
    await waitFor(() => expect(dialog.getByText(/릴리스 1을\(를\) 써요/)).toBeVisible());
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

export const Gone: Story = {
  decorators: [server(refusal(404, 'not_found', '찾을 수 없어요'))],
  play: async ({ canvas }) => {
    await canvas.findByText('열 수 없는 도구예요', undefined, SLOW);
  },
};
export const Failing: Story = {
  decorators: [server(refusal(503, 'unavailable', '지금은 답할 수 없어요'))],
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: '다시 시도' }, SLOW);
  },
};
export const Loading: Story = { decorators: [server(new Promise(() => null))] };
export const DarkEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
