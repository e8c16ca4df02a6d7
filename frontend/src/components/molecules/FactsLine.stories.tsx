import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { FactsLine } from './FactsLine';

const meta = {
  component: FactsLine,
  args: { facts: ['문서 12개', '1.2 MB', '소유자 이도윤', '모든 구성원', '오늘 바뀜'] },
} satisfies Meta<typeof FactsLine>;

export default meta;
type Story = StoryObj<typeof meta>;

export const OneLine: Story = {};
/** However the lines break, a dot is seen only between two facts of the same line. */
export const Wrapped: Story = {
  render: (args) => (
    <div style={{ width: 176 }}>
      <FactsLine {...args} />
    </div>
  ),
  play: async ({ canvas, canvasElement }) => {
    const left = canvas.getByRole('list').parentElement!.getBoundingClientRect().left;
    const dots = [...canvasElement.querySelectorAll('li > span')].map((dot) => dot.getBoundingClientRect());
    const begins = canvas
      .getAllByRole('listitem')
      .map((item) => Math.round(item.getBoundingClientRect().left));
    const first = Math.min(...begins);
    const hidden = dots.filter(({ right }) => right <= left).length;
    await expect(hidden).toBe(begins.filter((begin) => begin === first).length);
    await expect(hidden).toBeGreaterThan(1);
  },
};
export const WithWhatCanBePressed: Story = {
  args: {
    facts: [
      '문서 12개',
      <button key="problems" type="button" className="font-semibold text-accent">
        {'문제 3개'}
      </button>,
    ],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('listitem')).toHaveLength(2);
    const button = canvas.getByRole('button', { name: '문제 3개' });
    button.focus();
    // a clipped ring would not show who has the focus
    await expect(getComputedStyle(canvas.getByRole('list').parentElement!).overflow).toBe('visible');
  },
};
