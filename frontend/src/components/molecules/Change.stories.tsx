import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { Change } from './Change';

const meta = {
  component: Change,
  args: { value: 1_200, before: 1_000, period: '2월 1일 – 2월 14일' },
} satisfies Meta<typeof Change>;

export default meta;
type Story = StoryObj<typeof meta>;

const says =
  (words: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) =>
    void (await expect(within(canvasElement).getByText(words)).toBeInTheDocument());

export const More: Story = { play: says('20% 늘었어요 (2월 1일 – 2월 14일 대비)') };
export const Less: Story = { args: { value: 250 }, play: says('75% 줄었어요 (2월 1일 – 2월 14일 대비)') };
export const NothingBefore: Story = { args: { before: 0 } };
export const Same: Story = { args: { before: 1_200 } };
