import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import type { ModelChange } from '@/lib/api/types';
import { sent, withServer } from '../withServer';
import { ChangesSection } from './ChangesSection';

const read = 'GET /v1/admin/model-changes';
const base = { at: '2026-01-09T05:30:00Z', by: '최지우', fields: [] };
const items: ModelChange[] = [
  {
    ...base,
    id: '1',
    kind: 'model',
    subject: 'qwen3-32b',
    name: 'Qwen3 32B',
    action: 'changed',
    fields: [
      { field: 'enabled', from: 'true', to: 'false' },
      { field: 'price.input', from: '1000', to: '1200.5' },
      { field: 'masks.actions.PHONE', to: 'BLOCK' },
      { field: 'reads', from: 'TEXT', to: 'IMAGE, TEXT' },
      { field: 'later', from: 'a', to: 'b' },
    ],
  },
  {
    ...base,
    id: '2',
    kind: 'policy',
    subject: 'fast',
    action: 'reset',
    fields: [{ field: 'models', from: 'qwen3-32b' }],
  },
  {
    ...base,
    id: '3',
    kind: 'provider',
    subject: 'vllm',
    name: '사내 vLLM',
    action: 'changed',
    fields: [{ field: 'clearance', from: 'INTERNAL', to: 'CONFIDENTIAL' }],
  },
  { ...base, id: '4', kind: 'key', subject: 'openai', action: 'changed' },
  {
    ...base,
    id: '5',
    kind: 'default',
    subject: 'default',
    action: 'changed',
    fields: [{ field: 'model', from: 'best', to: 'qwen3-32b' }],
  },
  {
    ...base,
    id: '6',
    kind: 'cache',
    subject: 'answers',
    action: 'changed',
    fields: [{ field: 'seconds', from: '3600', to: '86400' }],
  },
  {
    ...base,
    id: '7',
    kind: 'pattern',
    subject: '사번',
    action: 'added',
    fields: [{ field: 'regex', to: 'EMP-\\d{6}' }],
  },
  { id: '8', at: base.at, kind: 'model', subject: 'old', action: 'removed', fields: [] },
  { ...base, id: '9', kind: 'model', subject: 'same', action: 'changed' },
];

const meta = { component: ChangesSection } satisfies Meta<typeof ChangesSection>;

export default meta;
type Story = StoryObj<typeof meta>;

export const OfEveryKind: Story = {
  decorators: [withServer({ [read]: { items, nextCursor: 'next' } })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const first = within((await canvas.findByText('모델 Qwen3 32B')).closest('li')!);
    await expect(first.getByText('1,200.5')).toBeVisible();
    await expect(first.getByText('보내지 않기')).toBeVisible();
    await expect(first.getByText('글과 그림')).toBeVisible();
    await expect(first.getByText('later')).toBeVisible();
    await expect(canvas.getByText('대외비 자료까지')).toBeVisible();
    await expect(canvas.getByText('기준 빠른 답')).toBeVisible();
    await expect(canvas.getByText('처음 값')).toBeVisible();
    await expect(canvas.getByText('같은 값으로 저장했어요.')).toBeVisible();
    await expect(canvas.getByText(/떠난 사람/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: '더 보기' }));
    await expect(sent).toHaveBeenCalledTimes(2);
  },
};

export const InEnglish: Story = {
  globals: { locale: 'en', theme: 'dark' },
  decorators: [withServer({ [read]: { items: items.slice(0, 3) } })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('Model Qwen3 32B')).toBeVisible();
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};

export const Nothing: Story = {
  decorators: [withServer({ [read]: { items: [] } })],
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('아직 바뀐 것이 없어요')).toBeInTheDocument();
  },
};

export const Unreachable: Story = {
  decorators: [withServer({ [read]: new Response(null, { status: 503 }) })],
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('button', { name: '다시 시도' })).toBeVisible();
  },
};
