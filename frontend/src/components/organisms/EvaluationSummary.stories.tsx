import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { failed, passed, running, unfinished } from './sampleEvaluations';
import { EvaluationSummary } from './EvaluationSummary';

const meta = {
  component: EvaluationSummary,
  args: { title: '지금 만드는 것', evaluation: passed },
} satisfies Meta<typeof EvaluationSummary>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Passed: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('통과');
    await expect(canvas.getByText('100%')).toBeVisible();
  },
};
/** By how much it failed can be seen and read. */
export const Failed: Story = {
  args: { evaluation: failed },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('기준에 못 미침');
    await expect(canvas.getByText('66.2%')).toBeVisible();
    await expect(canvas.getByText('기준 80%')).toBeVisible();
  },
};
export const OnItsWay: Story = {
  args: { evaluation: running },
  play: async ({ canvas }) =>
    expect(canvas.getByRole('progressbar', { name: '1/2개에 답했어요' })).toHaveAttribute('value', '0.5'),
};
export const WithErrors: Story = { args: { evaluation: unfinished } };
export const FailedDarkEnglish: Story = {
  globals: { theme: 'dark', locale: 'en' },
  args: { title: 'What you are making', evaluation: failed },
};
