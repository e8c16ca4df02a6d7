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
const counts = { people: 10, questions: 15, unanswered: 20 };
const asked = {
  months: [
    {
      month: '2026-02',
      counts: { people: 20, questions: 45, unanswered: 10 },
      topics: [
        {
          text: { ko: '연차는 며칠인가요?', en: 'How many days of leave do I have?' },
          source: 'maker',
          counts,
          peopleBefore: 5,
          releases: [
            { release: 2, counts: { people: 5, questions: 10 } },
            { release: 1, counts: { people: 5, questions: 5 } },
          ],
        },
        { text: { ko: '출장', en: 'Business trips' }, source: 'subject', counts, releases: [] },
      ],
      others: counts,
    },
    { month: '2026-01', topics: [] },
  ],
};
const server = (answer: unknown, topics: unknown = asked, role = 'owner') =>
  withServer({
    'GET /v1/tools/t1': { ...draft, id: 't1', role },
    'GET /v1/tools/t1/analytics': answer,
    'GET /v1/tools/t1/topics': topics,
  });
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
/** Owners read what is asked in words of their own, month by month; of few people nothing. */
export const AskedMost: Story = {
  play: async ({ canvas }) => {
    const row = await canvas.findByRole('rowheader', { name: /연차는 며칠인가요/ }, SLOW);
    await expect(row).toHaveTextContent('릴리스 2: 5+명');
    await expect(row.parentElement).toHaveTextContent('10 이상');
    await expect(canvas.getByRole('rowheader', { name: '그 밖의 질문' })).toBeVisible();
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: '달' }), '2026년 1월');
    await canvas.findByText('이 달에 물은 사람이 5명이 안 되어 보여 주지 않아요.');
    await expect(canvas.queryByRole('rowheader', { name: '그 밖의 질문' })).toBeNull();
  },
};
export const NotAskedYet: Story = {
  decorators: [server(figures, { months: [] })],
  play: async ({ canvas }) => {
    await canvas.findByText(/아직 끝난 달의 질문이 없어요/, undefined, SLOW);
  },
};
/** Editors see how it does, and not what is asked. */
export const ForAnEditor: Story = {
  decorators: [server(figures, refusal(403, 'forbidden', '할 수 없어요'), 'editor')],
  play: async ({ canvas }) => {
    await canvas.findByRole('rowheader', { name: '릴리스 2' }, SLOW);
    await expect(canvas.queryByRole('heading', { name: '많이 묻는 것' })).toBeNull();
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
