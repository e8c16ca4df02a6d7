import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { atAddress } from '../atAddress';
import { collections, models, refusal, storeTool } from '../sampleTools';
import { withServer } from '../withServer';
import ToolPage from './ToolPage';

const SLOW = { timeout: 5_000 };
const server = (tool: unknown) =>
  withServer({
    'GET /v1/store/tools/t1': tool,
    'GET /v1/collections': collections,
    'GET /v1/models': models,
  });
const meta = {
  component: ToolPage,
  parameters: { layout: 'fullscreen' },
  decorators: [server(storeTool)],
  render: () => atAddress('/store/t1', '/store/:toolId', <ToolPage />),
} satisfies Meta<typeof ToolPage>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Whole: Story = {
  play: async ({ canvas }) => {
    await canvas.findByRole('heading', { level: 1, name: '휴가 도우미' }, SLOW);
    await expect(await canvas.findByText('취업규칙')).toBeVisible();
    await expect(canvas.getByText('내가 볼 수 없는 모음 1개')).toBeVisible();
    await expect(await canvas.findByText('가장 좋은 답')).toBeVisible();
    await expect(canvas.getByRole('button', { name: '열기' })).toBeEnabled();
    await expect(canvas.getByRole('button', { name: '반차도 되나요?' })).toBeVisible();
  },
};
export const ReadsNothing: Story = {
  decorators: [server({ ...storeTool, collectionIds: [], starters: [], model: undefined })],
  play: async ({ canvas }) => {
    await canvas.findByText('문서를 읽지 않아요', undefined, SLOW);
    await expect(canvas.getByText('회사의 기본 모델')).toBeVisible();
  },
};
export const NotForThisPerson: Story = {
  decorators: [server(refusal(404, 'not_found', '찾을 수 없어요'))],
  play: async ({ canvas }) => {
    await canvas.findByText('열 수 없는 도구예요', undefined, SLOW);
    await expect(canvas.queryByRole('button', { name: '열기' })).toBeNull();
  },
};
export const Failing: Story = {
  decorators: [server(refusal(503, 'unavailable', '지금은 답할 수 없어요'))],
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: '다시 시도' }, SLOW);
  },
};
export const Loading: Story = { decorators: [server(new Promise(() => null))] };
export const DarkEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
