import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { ShownKeyDialog } from './ShownKeyDialog';

const meta = {
  component: ShownKeyDialog,
  args: { name: '회의록', apiKey: 'mdg_Ab3x', origin: 'https://madang.example', onClose: fn() },
} satisfies Meta<typeof ShownKeyDialog>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Once: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByLabelText('키')).toHaveTextContent('mdg_Ab3x');
    await expect(canvas.getByLabelText('Python')).toHaveTextContent('api_key="mdg_Ab3x"');
    await userEvent.click(canvas.getByRole('button', { name: '옮겨 뒀어요' }));
    await expect(args.onClose).toHaveBeenCalledOnce();
  },
};

export const DarkEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
