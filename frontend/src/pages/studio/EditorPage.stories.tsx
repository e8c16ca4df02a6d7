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

export const LiveModelGone: Story = {
  decorators: [
    server({
      ...draft,
      status: 'LIVE',
      live: { number: 1, releasedAt: release.releasedAt, modelGone: 'gpt-old' },
    }),
  ],
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/릴리스 1에서 쓰는 ‘gpt-old’ 모델을 이제/, {}, SLOW)).toBeVisible();
  },
};

export const ActionsChangedSinceTheRelease: Story = {
  decorators: [
    server(
      {
        ...draft,
        status: 'LIVE',
        live: { number: 1, releasedAt: release.releasedAt },
        outdatedInUse: ['createOrder'],
        outdatedActions: ['createOrder'],
      },
      { [`PUT /v1/tools/${draft.id}`]: { ...draft, version: 4 } },
    ),
  ],
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/공개한 도구에 담긴 작업이 그 뒤에/, {}, SLOW)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: '새 작업 담기' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(`PUT /v1/tools/${draft.id}`, expect.objectContaining({ version: 3 })),
    );
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
