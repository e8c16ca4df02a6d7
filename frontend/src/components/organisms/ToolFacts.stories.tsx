import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ToolFacts } from './ToolFacts';

const tool = {
  name: { ko: '휴가 도우미', en: 'Leave helper' },
  icon: 'calendar' as const,
  description: { ko: '휴가 규정을 물어보세요.' },
  instructions: '취업규칙에 따라 짧게 답한다.\n조항을 밝힌다.\n모르면 모른다고 한다.',
  model: 'best',
  collectionIds: ['c1', 'c-hidden-000001'],
  starters: [{ ko: '연차는 며칠인가요?', en: 'How many days of leave do I have?' }],
};
const meta = {
  component: ToolFacts,
  args: {
    tool,
    nameOf: (id) => ({ c1: '취업규칙', c2: '복리후생' })[id],
    modelName: (id) => ({ best: '가장 좋은 답' })[id] ?? id,
  },
} satisfies Meta<typeof ToolFacts>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Whole: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('가장 좋은 답')).toBeVisible();
    await expect(canvas.getByText(/내가 볼 수 없는 모음/)).toBeVisible();
    await expect(canvas.getByText('연차는 며칠인가요? / How many days of leave do I have?')).toBeVisible();
  },
};
export const Bare: Story = {
  args: { tool: { name: { en: 'Bare' }, icon: 'chat' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('회사의 기본 모델')).toBeVisible();
    await expect(canvas.getByText('문서를 읽지 않아요')).toBeVisible();
  },
};
export const OnlyWhatDiffers: Story = {
  args: {
    before: {
      ...tool,
      instructions: '취업규칙에 따라 길게 답한다.\n조항을 밝힌다.',
      collectionIds: ['c1', 'c2'],
    },
  },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.queryByText('휴가 도우미')).toBeNull();
    await expect(canvas.getByText('조항을 밝힌다.').closest('[data-diff]')).toHaveAttribute(
      'data-diff',
      'same',
    );
    await expect(canvas.getByText('복리후생').closest('[data-diff]')).toHaveAttribute('data-diff', 'removed');
    await expect(
      [...canvasElement.querySelectorAll('[data-diff=added]')].map(({ textContent }) => textContent),
    ).toEqual([
      '더해짐취업규칙에 따라 짧게 답한다.',
      '더해짐모르면 모른다고 한다.',
      '더해짐내가 볼 수 없는 모음 (000001)',
    ]);
    await expect(canvas.getByRole('deletion')).toHaveTextContent('길게');
    await expect(canvas.getByRole('insertion')).toHaveTextContent('짧게');
  },
};
export const DarkEnglish: Story = { args: OnlyWhatDiffers.args!, globals: { theme: 'dark', locale: 'en' } };
