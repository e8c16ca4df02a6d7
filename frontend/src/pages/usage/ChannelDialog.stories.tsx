import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { ReportChannel } from '@/lib/api/types';
import { sent, withServer } from '../withServer';
import { ChannelDialog } from './ChannelDialog';

const hook: ReportChannel = {
  id: '0199a000-0000-7000-8000-000000000001',
  kind: 'webhook',
  target: 'hooks.example.com',
  tells: ['month', 'alert'],
  language: 'ko',
  enabled: true,
};
const put = `PUT /v1/admin/report-channels/${hook.id}`;

const meta = {
  component: ChannelDialog,
  args: { channel: hook, emailAvailable: true, onSaved: fn(), onClose: fn() },
  decorators: [withServer({ [put]: hook })],
} satisfies Meta<typeof ChannelDialog>;

export default meta;
type Story = StoryObj<typeof meta>;

export const KeepsTheSealedAddress: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByLabelText('주소')).toHaveValue('');
    await expect(canvas.getByText(/hooks\.example\.com까지만 보여요/)).toBeInTheDocument();
    await userEvent.click(canvas.getByLabelText('하루 보고서'));
    await userEvent.click(canvas.getByRole('button', { name: '저장' }));
    await waitFor(() => expect(args.onSaved).toHaveBeenCalled());
    await expect(sent).toHaveBeenCalledWith(put, {
      kind: 'webhook',
      tells: ['day', 'month', 'alert'],
      language: 'ko',
      enabled: true,
      newSecret: false,
    });
  },
};

export const AnotherAddress: Story = {
  globals: { theme: 'dark', locale: 'en' },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByLabelText('Address'), ' https://hooks.example.com/new ');
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(args.onSaved).toHaveBeenCalled());
    await expect(sent).toHaveBeenCalledWith(
      put,
      expect.objectContaining({ target: 'https://hooks.example.com/new' }),
    );
  },
};
