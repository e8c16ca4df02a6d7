import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import type { Connector } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { ConnectorList } from './ConnectorList';

const connector: Connector = {
  id: 'connector-1',
  collectionId: 'collection-1',
  kind: 'web',
  name: '사내 안내',
  source: { urls: ['https://intra.example.com/guide/'] },
  everyMinutes: 1_440,
  state: 'waiting',
  counts: { items: 120, documents: 120, problems: 0, open: 0, added: 2, changed: 1, removed: 0 },
  finishedAt: '2026-01-01T00:00:00Z',
  nextAt: '2099-01-02T00:00:00Z',
};

const meta = {
  component: ConnectorList,
  args: {
    connectors: [
      connector,
      { ...connector, id: 'connector-2', kind: 'drive', name: '법무 계약서', source: { driveFolder: '1a' } },
    ],
    error: null,
    changeable: true,
    add: <Button look="primary">{m.connector_new()}</Button>,
    onRetry: fn(),
    onRun: fn(),
    onPause: fn(),
    onEdit: fn(),
    onDelete: fn(),
    onProblems: fn(),
  },
} satisfies Meta<typeof ConnectorList>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Full: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getAllByRole('button', { name: '지금 읽기' })).toHaveLength(2);
    await userEvent.click(canvas.getAllByRole('button', { name: '지금 읽기' })[1]!);
    await expect(args.onRun).toHaveBeenCalledWith(args.connectors![1]);
  },
};
export const Empty: Story = { args: { connectors: [] } };
export const EmptyForEditors: Story = { args: { connectors: [], changeable: false } };
export const Loading: Story = { args: { connectors: undefined } };
export const Failed: Story = {
  args: { connectors: undefined, error: new Error('x') },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: '다시 시도' }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
  },
};
