import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { KeySnippets } from './KeySnippets';

const meta = {
  component: KeySnippets,
  args: { origin: 'https://madang.example' },
} satisfies Meta<typeof KeySnippets>;

export default meta;
type Story = StoryObj<typeof meta>;

export const EachClient: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    for (const [name, words] of [
      ['Python', 'base_url="https://madang.example/openai/v1"'],
      ['Node', "baseURL: 'https://madang.example/openai/v1'"],
      ['curl', 'https://madang.example/openai/v1/chat/completions'],
      ['MCP', 'https://madang.example/mcp'],
    ] as const) {
      await userEvent.click(canvas.getByRole('button', { name }));
      await expect(canvas.getByLabelText(name)).toHaveTextContent(words);
    }
  },
};

export const WithTheKey: Story = { args: { apiKey: 'mdg_Ab3x' }, globals: { theme: 'dark', locale: 'en' } };
