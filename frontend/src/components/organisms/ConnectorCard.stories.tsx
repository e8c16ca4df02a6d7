import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import type { Connector } from '@/lib/api/types';
import { ConnectorCard } from './ConnectorCard';

const connector: Connector = {
  id: 'connector-1',
  collectionId: 'collection-1',
  kind: 'web',
  name: '사내 안내',
  source: { urls: ['https://intra.example.com/guide/'] },
  everyMinutes: 1_440,
  state: 'waiting',
  counts: { items: 123, documents: 120, problems: 3, open: 0, added: 2, changed: 1, removed: 0 },
  finishedAt: '2026-01-01T00:00:00Z',
  heartbeatAt: '2026-01-01T00:00:00Z',
  nextAt: '2099-01-02T00:00:00Z',
};

const meta = {
  component: ConnectorCard,
  args: {
    connector,
    changeable: true,
    onRun: fn(),
    onPause: fn(),
    onEdit: fn(),
    onDelete: fn(),
    onProblems: fn(),
  },
  decorators: [
    (Story) => (
      <ul>
        <Story />
      </ul>
    ),
  ],
} satisfies Meta<typeof ConnectorCard>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Waiting: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(/다 읽었어요/)).toBeInTheDocument();
    await userEvent.click(canvas.getByRole('button', { name: '읽지 못한 것 3개' }));
    await expect(args.onProblems).toHaveBeenCalledOnce();
    await userEvent.click(canvas.getByRole('button', { name: '‘사내 안내’ 메뉴' }));
    await userEvent.click(canvas.getByRole('menuitem', { name: '멈추기' }));
    await expect(args.onPause).toHaveBeenCalledWith(true);
  },
};

export const Running: Story = {
  args: {
    connector: {
      ...connector,
      state: 'running',
      heartbeatAt: new Date(Date.now() - 180_000).toISOString(),
      counts: { ...connector.counts, open: 40 },
    },
  },
  play: async ({ canvasElement }) => {
    await expect(
      within(canvasElement).getByText('읽는 중 · 3분 전에 확인했어요 · 40개 남음'),
    ).toBeInTheDocument();
  },
};

export const Failed: Story = {
  args: {
    connector: {
      ...connector,
      kind: 'drive',
      source: { driveFolder: '1rootFolder' },
      state: 'failed',
      reason: {
        code: 'forbidden',
        message: '읽을 권한이 없다고 해요. 읽기 권한을 준 뒤 다시 실행해 주세요.',
      },
    },
  },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(/읽을 권한이 없다고 해요/)).toBeInTheDocument();
    await userEvent.click(canvas.getByRole('button', { name: '다시 시도' }));
    await expect(args.onRun).toHaveBeenCalledOnce();
  },
};

export const SilentInEnglish: Story = {
  args: {
    changeable: false,
    connector: {
      ...connector,
      kind: 'bucket',
      source: { bucket: 'shared-files', prefix: 'rules/' },
      state: 'silent',
      reason: {
        code: 'silent',
        message: 'There was no sign of life for ten minutes. It is started again by itself.',
      },
    },
  },
  globals: { locale: 'en', theme: 'dark' },
};

export const Paused: Story = { args: { connector: { ...connector, state: 'paused' } } };
