import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { sent, withServer } from '../withServer';
import { CacheSection } from './CacheSection';

const read = 'GET /v1/admin/answer-cache';
const put = 'PUT /v1/admin/answer-cache';

const meta = { component: CacheSection } satisfies Meta<typeof CacheSection>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Off: Story = {
  decorators: [
    withServer({
      [read]: { enabled: false, seconds: 3600, hits: 0, misses: 0 },
      [put]: { enabled: true, seconds: 3600, hits: 0, misses: 0 },
    }),
  ],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('combobox')).toBeDisabled();
    await expect(canvas.getByText('–')).toBeVisible();
    await userEvent.click(canvas.getByRole('switch'));
    await expect(sent).toHaveBeenCalledWith(put, { enabled: true, seconds: 3600 });
  },
};

export const Helps: Story = {
  decorators: [
    withServer({
      [read]: {
        enabled: true,
        seconds: 7200,
        hits: 1_234,
        misses: 3_766,
        changed: { at: '2026-01-09T00:00:00Z', by: '최지우' },
      },
    }),
  ],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('24.7%')).toBeVisible();
    await userEvent.selectOptions(canvas.getByRole('combobox'), '86400');
    await expect(sent).toHaveBeenCalledWith(put, { enabled: true, seconds: 86_400 });
  },
};

export const NobodyCounts: Story = {
  globals: { theme: 'dark' },
  decorators: [withServer({ [read]: { enabled: true, seconds: 600 } })],
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(/셀 수 없어요/)).toBeVisible();
  },
};
