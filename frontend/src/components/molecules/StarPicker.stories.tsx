import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent } from 'storybook/test';
import { Rated } from '../atoms/Rated';
import { StarPicker } from './StarPicker';

function Kept() {
  const [stars, setStars] = useState(0);
  return (
    <>
      <StarPicker label="별점" value={stars} onChange={setStars} />
      <Rated rating={{ count: 2 }} /> <Rated rating={{ count: 7, average: 4 }} />
    </>
  );
}

const meta = { component: Kept } satisfies Meta<typeof Kept>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Whole: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('radio', { name: '별 4개' }));
    await userEvent.keyboard('{ArrowRight}');
    await expect(canvas.getByRole('radio', { name: '별 5개' })).toBeChecked();
    await expect(canvas.getByText('4.0 (7명)')).toBeVisible();
    await expect(canvas.getByText('2명이 평가함')).toBeVisible();
  },
};
export const DarkEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
