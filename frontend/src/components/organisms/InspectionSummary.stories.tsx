import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { InspectionSummary } from './InspectionSummary';

const meta = {
  component: InspectionSummary,
  args: {
    chooser: null,
    inspection: {
      terms: [
        { text: 'cpo', passages: 3, weight: 5.121 },
        { text: '개인정보', passages: 41, weight: 1.2, addedBy: 'CPO' },
      ],
      scope: { collections: 2, passages: 1_204, filtered: true },
      candidates: [],
      meaning: 'not_for_this_language',
    },
  },
} satisfies Meta<typeof InspectionSummary>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Understood: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('용어집: CPO')).toBeVisible();
    await expect(canvas.getByText(/1,204개에서 찾았어요. 조건 때문에/)).toBeVisible();
  },
};

export const SaysWhyADocumentIsMissing: Story = {
  globals: { locale: 'en', theme: 'dark' },
  args: {
    inspection: {
      terms: [],
      scope: { collections: 1, passages: 10, filtered: false },
      candidates: [],
      meaning: 'used',
      chosen: { documentId: 'd1', reason: 'outranked', name: 'a.pdf', wordsRank: 123, bm25: 0.4 },
    },
  },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('status')).toHaveTextContent(
      /others are nearer. By words it is #123/,
    );
  },
};
