import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { HealthTable } from './HealthTable';

const meta = {
  component: HealthTable,
  args: {
    currency: 'KRW',
    lines: [
      {
        from: '2026-03-14T00:00:00Z',
        provider: 'openai',
        model: 'gpt-5.6-luna',
        label: 'GPT-5.6 Luna',
        providerName: 'OpenAI',
        resting: false,
        attempts: 1_204,
        errors: 6,
        failovers: 0,
        firstTokenP50: 412,
        firstTokenP95: 1_380,
        tokensPerSecond: 84.3,
        cost: 15_210,
      },
      {
        from: '2026-03-14T00:00:00Z',
        provider: 'anthropic',
        model: 'claude-sonnet-5',
        label: 'Claude Sonnet 5',
        providerName: 'Anthropic',
        resting: true,
        attempts: 40,
        errors: 31,
        failovers: 9,
        cost: 0,
      },
    ],
  },
} satisfies Meta<typeof HealthTable>;

export default meta;
type Story = StoryObj<typeof meta>;

export const OneRests: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('계속 실패해 잠시 쉬어요')).toBeInTheDocument();
    await expect(canvas.getByText('78%')).toHaveClass('text-danger');
    // no first token ever: told as nothing, not as 0 ms
    await expect(canvas.queryByText('0 ms')).toBeNull();
  },
};
export const DarkEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
