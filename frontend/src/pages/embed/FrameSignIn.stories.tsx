import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, spyOn, userEvent } from 'storybook/test';
import { atAddress } from '../atAddress';
import { withServer } from '../withServer';
import { FrameSignIn } from './FrameSignIn';

const meta = {
  component: FrameSignIn,
  parameters: { layout: 'fullscreen' },
  decorators: [withServer({})],
  render: () => atAddress('/embed/t1', '/embed/:toolId', <FrameSignIn />),
} satisfies Meta<typeof FrameSignIn>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The identity provider knows nobody, or does not answer. */
export const OffersAWindow: Story = {
  play: async ({ canvas }) => {
    const opened = spyOn(window, 'open').mockReturnValue(null);
    await userEvent.click(await canvas.findByRole('button', { name: '마당에서 열기' }, { timeout: 5_000 }));
    await expect(opened).toHaveBeenCalledWith('/?tool=t1', '_blank', 'noopener');
    await userEvent.click(canvas.getByRole('button', { name: '다시 시도' }));
    await canvas.findByRole('button', { name: '마당에서 열기' }, { timeout: 5_000 });
  },
};
export const DarkEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
