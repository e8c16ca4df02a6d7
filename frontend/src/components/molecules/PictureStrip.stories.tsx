import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { PictureStrip } from './PictureStrip';

const DOT = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

const meta = {
  component: PictureStrip,
  args: {
    taken: true,
    onRemove: fn(),
    pictures: [
      { name: '영수증.png', url: DOT },
      { name: '좌석표.jpg', url: `${DOT}#` },
    ],
  },
} satisfies Meta<typeof PictureStrip>;

export default meta;
type Story = StoryObj<typeof meta>;

export const TakenOut: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('status')).toHaveTextContent('가리지 못해요');
    await userEvent.click(canvas.getByRole('button', { name: '좌석표.jpg 빼기' }));
    await expect(args.onRemove).toHaveBeenCalledWith(args.pictures[1]);
  },
};

export const NotRead: Story = {
  args: { taken: false },
  globals: { theme: 'dark', locale: 'en' },
};
