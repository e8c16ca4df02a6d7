import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { EvaluationBadge } from './EvaluationBadge';

const STATES = ['RUNNING', 'PASSED', 'FAILED', 'ERROR', 'CANCELLED'] as const;
const All = () => (
  <ul className="space-y-2">
    {STATES.map((state) => (
      <li key={state}>
        <EvaluationBadge state={state} />
      </li>
    ))}
  </ul>
);
const meta = { title: 'EvaluationBadge', component: All } satisfies Meta<typeof All>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Passed or not is said in words, not by the colour alone. */
export const Each: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('통과')).toBeVisible();
    await expect(canvas.getByText('기준에 못 미침')).toBeVisible();
  },
};
export const DarkEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
