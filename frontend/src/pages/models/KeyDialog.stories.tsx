import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { sent, withServer } from '../withServer';
import { KeyDialog } from './KeyDialog';
import { vllm } from './sampleModels';

const meta = {
  component: KeyDialog,
  args: { provider: vllm, onClose: fn() },
  decorators: [withServer({})],
} satisfies Meta<typeof KeyDialog>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Replaced: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByLabelText('키'), ' sk-new ');
    await userEvent.click(canvas.getByRole('button', { name: '키 바꾸기' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalled());
    await expect(sent).toHaveBeenCalledWith('PUT /v1/admin/providers/vllm/key', { key: 'sk-new' });
  },
};

export const RemovedAfterBeingAsked: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: '키 지우기' }));
    await expect(canvas.getByText(/답하지 못해요/)).toBeInTheDocument();
    await expect(sent).not.toHaveBeenCalled();
    await userEvent.click(canvas.getByRole('button', { name: '키 지우기' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalled());
    await expect(sent).toHaveBeenCalledWith('DELETE /v1/admin/providers/vllm/key', undefined);
  },
};

export const First: Story = {
  args: { provider: { ...vllm, key: 'none' } },
  globals: { theme: 'dark', locale: 'en' },
};
