import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ToolCard } from './ToolCard';

const tool = {
  id: '0199a1b2-0000-7000-8000-000000000900',
  name: { ko: '휴가 도우미' },
  icon: 'calendar' as const,
  description: { ko: '휴가 규정을 물어보세요.', en: 'Ask about leave.' },
  owner: { kind: 'person' as const, id: 'p1', name: '이도윤' },
  release: 1,
  releasedAt: '2026-11-23T01:20:00Z',
  featured: false,
  favourite: true,
  people: 41,
  rating: { count: 7, average: 4.6 },
};
const meta = {
  component: ToolCard,
  args: { tool },
  decorators: [(Story) => <div className="w-72">{Story()}</div>],
} satisfies Meta<typeof ToolCard>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Whole: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('link')).toHaveAttribute('href', `/store/${tool.id}`);
    await expect(canvas.getByText('이도윤 님이 맡아요')).toBeVisible();
    await expect(canvas.getByText('4.6 (7명)')).toBeVisible();
    await expect(canvas.getByText('30일 동안 41명이 썼어요')).toBeVisible();
    await expect(canvas.getByText('즐겨 쓰는 도구')).toBeInTheDocument();
  },
};
export const OtherLanguage: Story = {
  globals: { locale: 'en', theme: 'dark' },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('휴가 도우미')).toBeVisible();
    await expect(canvas.getByText('Ask about leave.')).toBeVisible();
  },
};
export const Long: Story = {
  args: {
    tool: {
      ...tool,
      name: { ko: '가나다라마바사아자차카타파하'.repeat(4).slice(0, 60) },
      description: { ko: '아주 긴 설명이에요. '.repeat(40).slice(0, 500) },
    },
  },
};
