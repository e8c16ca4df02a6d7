import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { ModelMenu } from './ModelMenu';

const meta = {
  component: ModelMenu,
  args: {
    title: '답할 모델 고르기',
    name: '가장 좋은 답',
    chosen: 'best',
    onChoose: fn(),
    models: [
      { id: 'best', name: '가장 좋은 답', policy: true, images: true, clearance: 'internal' },
      { id: 'private', name: '사내에서만', policy: true, images: false, clearance: 'confidential' },
      {
        id: 'claude',
        name: 'Claude',
        policy: false,
        providerName: 'Anthropic',
        images: true,
        clearance: 'internal',
      },
      { id: 'gpt', name: 'GPT', policy: false, providerName: 'OpenAI', images: true, clearance: 'internal' },
    ],
  },
} satisfies Meta<typeof ModelMenu>;

export default meta;
type Story = StoryObj<typeof meta>;

export const ByKeyboard: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const button = canvas.getByRole('button', { name: /가장 좋은 답/ });
    button.focus();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByRole('menuitemradio', { name: /가장 좋은 답/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect(canvas.getByRole('menuitemradio', { name: /사내에서만/ })).toHaveFocus();
    await userEvent.keyboard('{End}');
    await userEvent.keyboard('c');
    await expect(canvas.getByRole('menuitemradio', { name: 'Claude' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onChoose).toHaveBeenCalledWith('claude');
    await expect(button).toHaveFocus();
  },
};

const { name: _, ...unnamed } = meta.args;
export const BelowAnAnswer: StoryObj<typeof ModelMenu> = {
  render: () => <ModelMenu {...unnamed} />,
  globals: { theme: 'dark', locale: 'en' },
};
