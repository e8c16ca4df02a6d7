import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { Chart } from './Chart';

const won = (value: number) => `₩${value.toLocaleString('ko')}`;
const days = Array.from({ length: 14 }, (_, day) => ({
  tick: `3월 ${day + 1}일`,
  label: `3월 ${day + 1}일 (월)`,
}));

const meta = {
  component: Chart,
  args: {
    title: '날짜별 비용',
    points: days,
    series: [{ name: '비용', values: days.map((_, day) => (day === 9 ? 9_800 : 1_000 + day * 120)) }],
    text: won,
  },
} satisfies Meta<typeof Chart>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Bars: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    // who cannot see the drawing hears what it shows
    await expect(canvas.getByRole('img')).toHaveAccessibleName(/가장 큰 값은 3월 10일 \(월\)의 ₩9,800/);
    await waitFor(() => expect(canvasElement.querySelector('canvas')).not.toBeNull());
    await userEvent.click(canvas.getByRole('button', { name: '표로 보기' }));
    await expect(canvas.getByRole('row', { name: '3월 10일 (월) ₩9,800' })).toBeInTheDocument();
    await userEvent.click(canvas.getByRole('button', { name: '그래프로 보기' }));
    await expect(canvas.queryByRole('table')).toBeNull();
  },
};

export const LinesWithGaps: Story = {
  args: {
    title: '첫 낱말까지 (보통)',
    kind: 'lines',
    text: (value) => `${value} ms`,
    series: [
      { name: 'GPT-5.6 Luna', values: days.map((_, day) => 300 + ((day * 37) % 90)) },
      { name: 'Claude Sonnet 5', values: days.map((_, day) => (day % 5 === 3 ? null : 420 - day * 6)) },
      { name: 'Gemini 3.1 Pro', values: days.map((_, day) => 250 + ((day * 53) % 60)) },
    ],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('Claude Sonnet 5')).toBeInTheDocument();
    await userEvent.click(canvas.getByRole('button', { name: '표로 보기' }));
    await expect(canvas.getAllByRole('cell', { name: '–' })).toHaveLength(3);
  },
};

export const Dark: Story = { ...LinesWithGaps, globals: { theme: 'dark' } };

export const NothingUsed: Story = {
  args: { series: [{ name: '비용', values: days.map(() => 0) }] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('이 기간에는 쓴 기록이 없어요.')).toBeInTheDocument();
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};

export const English: Story = { args: { title: 'Cost by day' }, globals: { locale: 'en' } };
