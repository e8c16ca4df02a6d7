import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen } from 'storybook/test';
import { ConnectorProblemsDialog } from './ConnectorProblemsDialog';

const meta = {
  component: ConnectorProblemsDialog,
  args: {
    name: '사내 안내',
    error: null,
    onRetry: fn(),
    onMore: undefined,
    onClose: fn(),
    problems: [
      {
        id: '1',
        externalId: 'https://intra.example.com/secret/x',
        name: 'https://intra.example.com/secret/x',
        reason: { code: 'robots', message: '사이트의 robots.txt가 읽지 말라고 해요.' },
        passing: false,
      },
    ],
  },
} satisfies Meta<typeof ConnectorProblemsDialog>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Full: Story = {
  play: async () => {
    await expect(await screen.findByText('사이트의 robots.txt가 읽지 말라고 해요.')).toBeInTheDocument();
  },
};
export const Empty: Story = { args: { problems: [] } };
export const Loading: Story = { args: { problems: undefined } };
export const Failed: Story = { args: { problems: undefined, error: new Error('x') } };
