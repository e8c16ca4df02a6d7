import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { failed, leave, live, running, trip, unfinished } from './sampleEvaluations';
import { EvaluationTable } from './EvaluationTable';

const meta = {
  component: EvaluationTable,
  args: {
    currency: 'KRW',
    columns: [
      { title: '지금 만드는 것', evaluation: failed },
      { title: '릴리스 1 (지금 쓰임)', evaluation: live },
    ],
  },
} satisfies Meta<typeof EvaluationTable>;

export default meta;
type Story = StoryObj<typeof meta>;

export const BesideWhatPeopleUse: Story = {
  play: async ({ canvas }) => {
    const row = within(canvas.getByRole('row', { name: new RegExp(leave.question.slice(0, 5)) }));
    await expect(row.getByText('100%')).toBeVisible();
    await expect(row.getByText('66.6%')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: trip.question }));
    const said = within(canvas.getByRole('group', { name: '지금 만드는 것' }));
    await expect(said.getByText('하루 3만원')).toBeVisible();
    await expect(said.getByText('금액을 밝히지 않았어요.')).toBeVisible();
    await expect(said.getByText('출장 안내.docx')).toBeVisible();
    await expect(said.getByText('gpt-5.1 · ₩1.1')).toBeVisible();
  },
};
export const OnItsWay: Story = {
  args: { columns: [{ title: '지금 만드는 것', evaluation: running }] },
  play: async ({ canvas }) => expect(canvas.getByText('답하는 중')).toBeVisible(),
};
/** The reason is told where the score would be. */
export const NotAnswered: Story = {
  args: { columns: [{ title: '지금 만드는 것', evaluation: unfinished }] },
  play: async ({ canvas }) => expect(canvas.getByText(/예산을 다 썼어요/)).toBeVisible(),
};
/** Answers are for who asked for them. */
export const OfSomebodyElse: Story = {
  globals: { theme: 'dark', locale: 'en' },
  args: {
    columns: [
      {
        title: 'What was submitted',
        evaluation: {
          ...failed,
          results: failed.results.map(({ answer: _a, found: _f, verdict: _v, ...rest }) => rest),
        },
      },
    ],
  },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: trip.question }));
    await expect(canvas.getByText('Only who began the evaluation can read the answer.')).toBeVisible();
  },
};
