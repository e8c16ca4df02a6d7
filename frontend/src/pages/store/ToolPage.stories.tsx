import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { atAddress } from '../atAddress';
import { collections, models, refusal, storeTool } from '../sampleTools';
import { sent, withServer } from '../withServer';
import ToolPage from './ToolPage';

const SLOW = { timeout: 5_000 };
const ID = storeTool.id;
const me = (...roles: string[]) => ({
  id: 'p',
  email: 'p@madang.example',
  name: '김하늘',
  roles,
  groups: [],
});
const review = {
  id: 'v1',
  by: { id: 'p2', name: '박서연' },
  stars: 4,
  text: '조항까지 알려 줘서 좋아요.',
  release: 2,
  at: '2026-03-03T01:00:00Z',
};
const hidden = {
  ...review,
  id: 'v2',
  text: '담당자 이름이 들어 있던 말',
  hidden: { by: { id: 'p3', name: '이도윤' }, at: '2026-03-04T01:00:00Z', reason: '이름이 들어 있어요' },
};
const found = {
  id: ID,
  name: storeTool.name,
  icon: storeTool.icon,
  description: storeTool.description,
  owner: storeTool.owner,
};
const server = (tool: unknown, finding: unknown = refusal(404, 'not_found', '찾을 수 없어요')) =>
  withServer({
    'GET /v1/me': me('member', 'admin'),
    'GET /v1/store/tools/t1': tool,
    'GET /v1/store/tools/t1/finding': finding,
    [`GET /v1/store/tools/${ID}/reviews`]: { items: [review, hidden] },
    'PUT /v1/store/tools/t1/access-request': {
      ...found,
      request: { state: 'pending', reason: '교육을 맡았어요', askedAt: '2026-03-05T01:00:00Z' },
    },
    'GET /v1/collections': collections,
    'GET /v1/models': models,
  });
const meta = {
  component: ToolPage,
  parameters: { layout: 'fullscreen' },
  decorators: [server(storeTool)],
  render: () => atAddress('/store/t1', '/store/:toolId', <ToolPage />),
} satisfies Meta<typeof ToolPage>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Whole: Story = {
  play: async ({ canvas }) => {
    await canvas.findByRole('heading', { level: 1, name: '휴가 도우미' }, SLOW);
    await expect(await canvas.findByText('취업규칙')).toBeVisible();
    await expect(canvas.getByText(/다른 사람에게는 여기 없는 문서에서도/)).toBeVisible();
    await expect(await canvas.findByText('가장 좋은 답')).toBeVisible();
    await expect(canvas.getByRole('button', { name: '열기' })).toBeEnabled();
    await expect(canvas.getByRole('button', { name: '반차도 되나요?' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: '즐겨 쓰는 도구' }));
    await waitFor(() => expect(sent).toHaveBeenCalledWith(`PUT /v1/store/tools/${ID}/favourite`, undefined));
    await userEvent.click(await canvas.findByRole('button', { name: '추천 도구로 올리기' }));
    await waitFor(() => expect(sent).toHaveBeenCalledWith(`PUT /v1/store/tools/${ID}/feature`, undefined));
  },
};
export const Rating: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: '별 4개' }, SLOW));
    await userEvent.type(canvas.getByLabelText(/^한마디/), ' 빨라요 ');
    await userEvent.click(canvas.getByRole('button', { name: '평가 남기기' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(`PUT /v1/store/tools/${ID}/rating`, { stars: 4, review: '빨라요' }),
    );
    await expect(canvas.queryByRole('button', { name: '숨기기' })).toBeNull();
  },
};
export const HiddenRating: Story = {
  decorators: [server({ ...storeTool, mine: { stars: 2, review: '느려요', hidden: '이름이 들어 있어요' } })],
  play: async ({ canvas }) => {
    await canvas.findByText('다른 사람에게는 보이지 않아요: 이름이 들어 있어요', undefined, SLOW);
    await expect(canvas.queryByRole('button', { name: '평가 지우기' })).toBeNull();
  },
};
export const Moderating: Story = {
  decorators: [server({ ...storeTool, used: false, moderates: true })],
  play: async ({ canvas, canvasElement }) => {
    await canvas.findByText('한 번 써 본 뒤에 평가할 수 있어요.', undefined, SLOW);
    await canvas.findByText('이도윤 님이 숨겼어요: 이름이 들어 있어요');
    await expect(canvas.getByRole('button', { name: '다시 보이기' })).toBeEnabled();
    await userEvent.click(canvas.getByRole('button', { name: '숨기기' }));
    const dialog = within(canvasElement.ownerDocument.body).getByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/숨기는 까닭/), '광고예요');
    await userEvent.click(within(dialog).getByRole('button', { name: '숨기기' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(`PUT /v1/store/tools/${ID}/reviews/v1/hiding`, {
        reason: '광고예요',
      }),
    );
  },
};
export const AskingForIt: Story = {
  decorators: [server(refusal(404, 'not_found', '찾을 수 없어요'), found)],
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(await canvas.findByRole('button', { name: '사용 요청하기' }, SLOW));
    const dialog = within(canvasElement.ownerDocument.body).getByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('쓰려는 까닭'), '교육을 맡았어요');
    await userEvent.click(within(dialog).getByRole('button', { name: '요청 보내기' }));
    await canvas.findByText(/답을 기다리고 있어요/);
    await expect(canvas.queryByRole('button', { name: '사용 요청하기' })).toBeNull();
  },
};
export const Declined: Story = {
  decorators: [
    server(refusal(404, 'not_found', '찾을 수 없어요'), {
      ...found,
      request: {
        state: 'declined',
        reason: '교육을 맡았어요',
        askedAt: '2026-03-05T01:00:00Z',
        answer: '인사팀만 쓰는 도구예요.',
        decidedAt: '2026-03-06T01:00:00Z',
      },
    }),
  ],
  play: async ({ canvas }) => {
    await canvas.findByText('인사팀만 쓰는 도구예요.', undefined, SLOW);
    await expect(canvas.getByRole('button', { name: '사용 요청하기' })).toBeEnabled();
  },
};
export const ReadsNothing: Story = {
  decorators: [server({ ...storeTool, collectionIds: [], readsMore: false, starters: [], model: undefined })],
  play: async ({ canvas }) => {
    await canvas.findByText('문서를 읽지 않아요', undefined, SLOW);
    await expect(canvas.getByText('회사의 기본 모델')).toBeVisible();
  },
};
export const NotForThisPerson: Story = {
  decorators: [server(refusal(404, 'not_found', '찾을 수 없어요'))],
  play: async ({ canvas }) => {
    await canvas.findByText('열 수 없는 도구예요', undefined, SLOW);
    await expect(canvas.queryByRole('button', { name: '열기' })).toBeNull();
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
