import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { RoutingPolicy } from '@/lib/api/types';
import { sent, withServer } from '../withServer';
import { PoliciesSection } from './PoliciesSection';
import { qwen, vllm } from './sampleModels';

const member = (id: string, name: string, more: Partial<RoutingPolicy['models'][number]> = {}) => ({
  id,
  name,
  providerName: vllm.name,
  clearance: 'confidential' as const,
  enabled: true,
  usable: true,
  ...more,
});
const both = [member('qwen3-32b', 'Qwen3 32B'), member('solar', 'Solar Pro', { usable: false })];
const policies = {
  items: [
    { policy: 'best', enabled: true, edited: false, models: both },
    {
      policy: 'fast',
      enabled: true,
      edited: true,
      models: both,
      changed: { at: '2026-01-09T00:00:00Z', by: '최지우' },
    },
    { policy: 'cheap', enabled: false, edited: true, models: [member('old', 'Old', { enabled: false })] },
    { policy: 'private', enabled: true, edited: false, models: [] },
  ],
};
const answers = {
  'GET /v1/admin/policies': policies,
  'GET /v1/admin/providers': { items: [vllm, { ...vllm, id: 'outside', clearance: 'internal' }] },
  'GET /v1/admin/models': {
    default: 'best',
    items: [
      qwen,
      { ...qwen, id: 'solar', name: 'Solar Pro', usable: false },
      { ...qwen, id: 'far', name: 'Far', provider: 'outside' },
      { ...qwen, id: 'vectors', name: 'Vectors', dimensions: 384 },
    ],
  },
};

const meta = { component: PoliciesSection, decorators: [withServer(answers)] } satisfies Meta<
  typeof PoliciesSection
>;

export default meta;
type Story = StoryObj<typeof meta>;

export const PutIntoAnotherOrder: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: '빠른 답 고치기' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Solar Pro 위로' }));
    await expect(canvas.getByRole('button', { name: 'Solar Pro 위로' })).toBeDisabled();
    await expect(canvas.queryByRole('option', { name: /Vectors/ })).toBeNull();
    await userEvent.selectOptions(canvas.getByLabelText('모델 더하기'), 'far');
    await userEvent.click(canvas.getByRole('button', { name: 'Qwen3 32B 빼기' }));
    await userEvent.click(canvas.getByRole('button', { name: '저장' }));
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
    await expect(sent).toHaveBeenCalledWith('PUT /v1/admin/policies/fast', {
      enabled: true,
      models: ['solar', 'far'],
    });
  },
};

export const SwitchedOff: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('switch', { name: '가장 좋은 답 쓰기' })).toBeDisabled();
    await userEvent.click(canvas.getByRole('switch', { name: '빠른 답 쓰기' }));
    await expect(sent).toHaveBeenCalledWith('PUT /v1/admin/policies/fast', {
      enabled: false,
      models: ['qwen3-32b', 'solar'],
    });
  },
};

export const PrivateTakesOnlyItsOwn: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: '사내에서만 고치기' }));
    await expect(await canvas.findByRole('option', { name: /Qwen3/ })).toBeInTheDocument();
    await expect(canvas.queryByRole('option', { name: /Far/ })).toBeNull();
    await expect(canvas.getByRole('button', { name: '저장' })).toBeDisabled();
  },
};

export const ResetAfterBeingAsked: Story = {
  globals: { theme: 'dark', locale: 'en' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Fast answer' }));
    await userEvent.click(canvas.getByRole('button', { name: 'As shipped' }));
    await userEvent.click(canvas.getByRole('button', { name: 'As shipped' }));
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
    await expect(sent).toHaveBeenCalledWith('DELETE /v1/admin/policies/fast', undefined);
  },
};

export const Fails: Story = {
  decorators: [withServer({ 'GET /v1/admin/policies': new Response(null, { status: 503 }) })],
};
