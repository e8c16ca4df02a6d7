import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { CandidateScores } from '../molecules/CandidateScores';
import { HitCard } from './HitCard';

const hit = {
  passageId: 'p1',
  documentId: 'd1',
  documentName: '취업규칙.pdf',
  location: { page: 3, headings: ['제4장 휴가', '제21조'] },
  text: '회사는 1년간 80퍼센트 이상 출근한 직원에게 15일의 유급 연차휴가를 준다. 연차는 다음 해로 이월된다.',
  score: 0.982,
  words: 1,
  meaning: 0.412,
};

const meta = {
  component: HitCard,
  args: { hit, question: '연차는 며칠인가요?', open: false, onOpen: fn() },
  render: (args) => (
    <ol className="overflow-hidden rounded-lg border border-line bg-surface">
      <HitCard {...args} />
    </ol>
  ),
} satisfies Meta<typeof HitCard>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Found: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvasElement.querySelectorAll('mark')).toHaveLength(2);
    await expect(canvas.getByText('3쪽 › 제4장 휴가 › 제21조')).toBeVisible();
    await userEvent.click(canvas.getByRole('button'));
    await expect(args.onOpen).toHaveBeenCalled();
  },
};

export const WithScores: Story = {
  globals: { theme: 'dark' },
  args: {
    open: true,
    children: (
      <CandidateScores
        candidate={{ hit, rank: 1, wordsRank: 2, meaningRank: 1, bm25: 7.214, terms: ['연차', '며칠'] }}
      />
    ),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('BM25 7.21')).toBeVisible();
    await expect(canvas.getByText('cos 0.412')).toBeVisible();
  },
};

export const ByWordsAlone: Story = {
  globals: { locale: 'en' },
  args: {
    children: (
      <CandidateScores
        candidate={{ hit: { ...hit, meaning: undefined! }, rank: 4, wordsRank: 3, bm25: 2.1, terms: [] }}
      />
    ),
  },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText('not found')).toBeVisible();
  },
};
