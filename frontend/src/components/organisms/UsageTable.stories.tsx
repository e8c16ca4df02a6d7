import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { UsageTable, type NamedLine } from './UsageTable';

const line = (label: string, cost: number, requests: number, errors = 0): NamedLine => ({
  label,
  subjectId: label,
  requests,
  attempts: requests + errors,
  errors,
  inputTokens: requests * 900,
  cachedInputTokens: 0,
  outputTokens: requests * 120,
  cost,
});

const meta = {
  component: UsageTable,
  args: {
    label: '나눠 보기',
    of: '사람',
    currency: 'KRW',
    total: 18_200,
    lines: [line('이도윤', 12_400, 210, 3), line('김하늘', 5_799.4, 480), line('박서연', 0.6, 2)],
  },
} satisfies Meta<typeof UsageTable>;

export default meta;
type Story = StoryObj<typeof meta>;

const names = (element: HTMLElement) =>
  within(element)
    .getAllByRole('rowheader')
    .map((cell) => cell.querySelector('span')!.textContent);

export const SortedByAnything: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(names(canvasElement)).toEqual(['이도윤', '김하늘', '박서연']);
    await expect(canvas.getByRole('columnheader', { name: '비용' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await userEvent.click(canvas.getByRole('button', { name: '비용' }));
    await expect(names(canvasElement)).toEqual(['박서연', '김하늘', '이도윤']);
    await userEvent.click(canvas.getByRole('button', { name: '사람' }));
    await expect(names(canvasElement)).toEqual(['김하늘', '박서연', '이도윤']);
    // what is little is not nothing
    await expect(canvas.getByText('₩0.6')).toBeInTheDocument();
  },
};

export const ManyLines: Story = {
  args: {
    lines: Array.from({ length: 60 }, (_, index) =>
      line(`구성원 ${index + 1}`, 600 - index * 10, 60 - index),
    ),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getAllByRole('rowheader')).toHaveLength(25);
    await userEvent.click(canvas.getByRole('button', { name: '더 보기' }));
    await expect(canvas.getAllByRole('rowheader')).toHaveLength(60);
  },
};

export const Empty: Story = { args: { lines: [] } };
export const DarkEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
