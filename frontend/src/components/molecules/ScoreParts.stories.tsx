import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ScoreParts } from './ScoreParts';

const meta = {
  component: ScoreParts,
  args: {
    result: {
      questionId: 'q1',
      question: '',
      state: 'DONE',
      score: 0.5,
      retrieval: 1,
      citation: 0.5,
      fact: 0,
      exactly: 1,
      json: 0.333,
      judged: 0.7,
    },
  },
} satisfies Meta<typeof ScoreParts>;

export default meta;
type Story = StoryObj<typeof meta>;

export const AllParts: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('인용 50%')).toBeVisible();
    await expect(canvas.getByText('JSON 33.3%')).toBeVisible();
  },
};
/** What was not expected is not shown. */
export const FactsAlone: Story = {
  args: { result: { questionId: 'q1', question: '', state: 'DONE', score: 1, fact: 1 } },
  play: async ({ canvas }) => expect(canvas.getAllByRole('listitem')).toHaveLength(1),
};
