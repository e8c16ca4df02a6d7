import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { atAddress } from '../atAddress';
import { draft, refusal } from '../sampleTools';
import { sent, withServer } from '../withServer';
import AnalyticsPage from './AnalyticsPage';

const SLOW = { timeout: 5_000 };
const line = (runs: number) => ({
  runs,
  people: Math.ceil(runs / 3),
  cost: runs * 12.5,
  helped: Math.floor(runs / 4),
  didNot: Math.floor(runs / 16),
  failed: Math.floor(runs / 20),
  notFound: Math.floor(runs / 10),
  notCited: 1,
});
const figures = {
  currency: 'KRW',
  timeZone: 'Asia/Seoul',
  from: '2026-02-02',
  to: '2026-03-03',
  totals: line(80),
  days: [
    { day: '2026-02-10', ...line(30) },
    { day: '2026-03-02', ...line(50) },
  ],
  releases: [
    { release: 2, ...line(50) },
    { release: 1, ...line(30) },
  ],
};
const server = (answer: unknown) =>
  withServer({ 'GET /v1/tools/t1': { ...draft, id: 't1' }, 'GET /v1/tools/t1/analytics': answer });
const meta = {
  component: AnalyticsPage,
  parameters: { layout: 'fullscreen' },
  decorators: [server(figures)],
  render: () => atAddress('/studio/t1/analytics', '/studio/:toolId/analytics', <AnalyticsPage />),
} satisfies Meta<typeof AnalyticsPage>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Whole: Story = {
  play: async ({ canvas }) => {
    await canvas.findByText('찾은 문서 없음 8 · 인용 없음 1', undefined, SLOW);
    await expect(canvas.getByRole('rowheader', { name: '릴리스 2' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: '90일' }));
    await waitFor(() => expect(sent).toHaveBeenCalledWith('GET /v1/tools/t1/analytics', undefined));
    await expect(canvas.getByRole('button', { name: '90일' })).toHaveAttribute('aria-pressed', 'true');
  },
};
export const Unused: Story = {
  decorators: [server({ ...figures, totals: line(0), days: [], releases: [] })],
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getAllByText('이 기간에는 쓴 기록이 없어요.')).toHaveLength(3), SLOW);
  },
};
export const NotForThisPerson: Story = {
  decorators: [server(refusal(404, 'not_found', '찾을 수 없어요'))],
  play: async ({ canvas }) => {
    await canvas.findByText('열 수 없는 도구예요', undefined, SLOW);
  },
};
export const Loading: Story = { decorators: [server(new Promise(() => null))] };
export const DarkEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
