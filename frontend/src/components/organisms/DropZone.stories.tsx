import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { refuseDrops } from '@/lib/refuseDrops';
import { DropZone } from './DropZone';

const meta = {
  component: DropZone,
  args: { target: '취업규칙', onFiles: fn() },
  render: (args) => (
    <>
      <DropZone {...args} />
      <p style={{ height: 160 }}>{args.target}</p>
    </>
  ),
} satisfies Meta<typeof DropZone>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Sends what a mouse that carries a file does; false when the page took it, so that the browser does not open it. */
function drag(target: Element, kind: 'dragenter' | 'dragleave' | 'dragover' | 'drop', file?: File): boolean {
  const dataTransfer = new DataTransfer();
  if (file) dataTransfer.items.add(file);
  return target.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
}
const file = new File(['연차'], '연차.txt', { type: 'text/plain' });

export const TakesWhatIsDroppedAnywhere: Story = {
  play: async ({ canvas, canvasElement, args }) => {
    drag(canvasElement, 'dragenter', file);
    await waitFor(() => expect(canvas.getByText('‘취업규칙’에 올리기')).toBeVisible());
    await expect(drag(canvasElement, 'dragover', file)).toBe(false);
    await expect(drag(canvasElement, 'drop', file)).toBe(false);
    await waitFor(() => expect(args.onFiles).toHaveBeenCalledOnce());
    await expect(canvas.queryByText('‘취업규칙’에 올리기')).toBeNull();
  },
};
export const Over: Story = {
  globals: { theme: 'dark', locale: 'en' },
  play: async ({ canvasElement, canvas }) => {
    drag(canvasElement, 'dragenter', file);
    await canvas.findByText(/취업규칙/, { selector: 'p.flex' });
  },
};
export const LetsWordsThrough: Story = {
  play: async ({ canvasElement, args }) => {
    await expect(drag(canvasElement, 'dragover')).toBe(true);
    await expect(args.onFiles).not.toHaveBeenCalled();
  },
};
/** Where nothing takes files, the page does not become the file. */
export const RefusedElsewhere: Story = {
  render: () => <p style={{ height: 160 }} />,
  play: async ({ canvasElement }) => {
    refuseDrops();
    await expect(drag(canvasElement, 'dragover', file)).toBe(false);
    await expect(drag(canvasElement, 'drop', file)).toBe(false);
    await expect(drag(canvasElement, 'drop')).toBe(true);
  },
};
