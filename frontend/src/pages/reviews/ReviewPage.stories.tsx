import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { gate, live as liveAnswers, passed, trip } from '@/components/organisms/sampleEvaluations';
import { atAddress } from '../atAddress';
import {
  builder,
  collections,
  history,
  models,
  refusal,
  release,
  returned,
  reviewer,
  submitted,
} from '../sampleTools';
import { sent, withServer } from '../withServer';
import ReviewPage from './ReviewPage';

const SLOW = { timeout: 5_000 };
const live = { ...submitted, live: { number: 1, releasedAt: release.releasedAt } };
/** What was passed on is without the answers of who asked. */
const proven = gate({
  proven: true,
  draft: {
    ...passed,
    results: passed.results.map(({ answer: _a, found: _f, verdict: _v, ...rest }) => rest),
  },
  live: liveAnswers,
});
const none = { threshold: 0.8, questions: 0, proven: true };
const server = (tool: unknown, me: unknown = reviewer, given: unknown = none) =>
  withServer({
    'GET /v1/me': me,
    'GET /v1/models': models,
    'GET /v1/collections': collections,
    'GET /v1/tools/t1': tool,
    [`GET /v1/tools/${submitted.id}/releases`]: { items: [release] },
    [`GET /v1/tools/${submitted.id}/history`]: history,
    [`GET /v1/tools/${submitted.id}/gate`]: given,
    'POST /v1/tools/t1/approval': { ...submitted, status: 'APPROVED' },
    'POST /v1/tools/t1/return': returned,
  });
const meta = {
  component: ReviewPage,
  parameters: { layout: 'fullscreen' },
  decorators: [server(live)],
  render: () => atAddress('/reviews/t1', '/reviews/:toolId', <ReviewPage />),
} satisfies Meta<typeof ReviewPage>;

export default meta;
type Story = StoryObj<typeof meta>;

export const ChangesALiveOne: Story = {
  play: async ({ canvas, canvasElement }) => {
    await canvas.findByText('연차 질문이 많아 만들었어요.', undefined, SLOW);
    await waitFor(() => expect(canvasElement.querySelector('[data-diff=added]')).not.toBeNull());
    await expect(canvasElement.querySelector('[data-diff=removed]')).toHaveTextContent('길게 답한다');
    await userEvent.click(canvas.getByRole('button', { name: '승인' }));
    const dialog = within(await canvas.findByRole('dialog'));
    await userEvent.selectOptions(dialog.getByLabelText('처음에 쓸 사람'), '20');
    await userEvent.click(dialog.getByRole('button', { name: '승인' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith('POST /v1/tools/t1/approval', { version: 4, percent: 20 }),
    );
  },
};
export const ReturnedWithComments: Story = {
  decorators: [server(submitted)],
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: '돌려보내기' }, SLOW));
    const dialog = within(await canvas.findByRole('dialog'));
    await expect(dialog.getByRole('button', { name: '돌려보내기' })).toBeDisabled();
    await userEvent.type(dialog.getByLabelText('의견'), '어느 규정인지 밝혀 주세요.');
    await userEvent.click(dialog.getByRole('button', { name: '돌려보내기' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith('POST /v1/tools/t1/return', {
        version: 4,
        comments: '어느 규정인지 밝혀 주세요.',
      }),
    );
  },
};
export const ItsModelIsGone: Story = {
  decorators: [server({ ...live, model: 'gpt-gone' })],
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/‘gpt-gone’ 모델은 지금 아무도/, undefined, SLOW)).toBeVisible();
  },
};
export const FirstRelease: Story = {
  decorators: [server(submitted)],
  play: async ({ canvas }) => {
    await canvas.findByText('처음 나가는 도구', undefined, SLOW);
    await expect(canvas.queryByText(/달라진 곳/)).toBeNull();
    await canvas.findByText('골든 질문이 없는 도구예요.');
    await canvas.findByText('가장 좋은 답');
    await expect(canvas.queryByText(/지금 아무도/)).toBeNull();
  },
};
export const Proven: Story = {
  decorators: [server(live, reviewer, proven)],
  play: async ({ canvas }) => {
    await canvas.findByText('질문 2개, 기준 80%', undefined, SLOW);
    const submittedPart = within(canvas.getByRole('region', { name: '제출한 것' }));
    await expect(submittedPart.getByText('통과')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: trip.question }));
    await expect(canvas.getByText('답은 평가를 시작한 사람만 볼 수 있어요.')).toBeVisible();
  },
};
export const OwnSubmission: Story = {
  decorators: [server(submitted, { ...builder, roles: ['member', 'builder', 'reviewer'] })],
  play: async ({ canvas }) => {
    await canvas.findByText(/직접 제출한 도구/, undefined, SLOW);
    await expect(canvas.queryByRole('button', { name: '승인' })).toBeNull();
  },
};
export const Over: Story = {
  decorators: [server(returned)],
  play: async ({ canvas }) => {
    await canvas.findByText('이미 검토가 끝난 도구예요.', undefined, SLOW);
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
