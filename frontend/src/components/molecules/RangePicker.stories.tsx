import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fireEvent, fn, userEvent, within } from 'storybook/test';
import { RangePicker } from './RangePicker';

const meta = {
  component: RangePicker,
  args: {
    today: '2026-03-14',
    chosen: { name: 'month', range: { from: '2026-03-01', to: '2026-03-14' } },
    onChoose: fn(),
  },
  render: function Live(args) {
    const [chosen, setChosen] = useState(args.chosen);
    return (
      <RangePicker
        {...args}
        chosen={chosen}
        onChoose={(next) => {
          args.onChoose(next);
          setChosen(next);
        }}
      />
    );
  },
} satisfies Meta<typeof RangePicker>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Chosen: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: '7일' }));
    await expect(args.onChoose).toHaveBeenLastCalledWith({
      name: 'week',
      range: { from: '2026-03-08', to: '2026-03-14' },
    });
    await userEvent.click(canvas.getByRole('button', { name: '직접 고르기' }));
    // a first day behind the last moves the last
    fireEvent.change(canvas.getByLabelText('마지막 날'), { target: { value: '2026-02-20' } });
    await expect(args.onChoose).toHaveBeenLastCalledWith({
      name: 'custom',
      range: { from: '2026-02-20', to: '2026-02-20' },
    });
    // more days than a report has are not taken
    fireEvent.change(canvas.getByLabelText('시작일'), { target: { value: '2020-01-01' } });
    await expect(canvas.getByLabelText('시작일')).toHaveValue('2026-02-20');
  },
};
export const DarkEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
