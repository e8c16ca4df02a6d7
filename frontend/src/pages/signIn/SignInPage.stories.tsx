import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { withServer } from '../withServer';
import SignInPage from './SignInPage';

const meta = {
  component: SignInPage,
  parameters: { layout: 'fullscreen' },
  decorators: [withServer({})],
} satisfies Meta<typeof SignInPage>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The company's identity provider does not answer. */
export const NotReached: Story = {
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: '회사 계정으로 로그인' });
    await userEvent.click(button);
    await expect(await canvas.findByRole('alert', {}, { timeout: 5_000 })).toHaveTextContent(
      '로그인하지 못했어요. 잠시 후 다시 시도해 주세요.',
    );
    await expect(button).toBeEnabled();
  },
};
export const CameBackWithoutAccess: Story = { args: { failed: true } };
export const DarkInEnglish: Story = {
  globals: { theme: 'dark', locale: 'en' },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: '한국어' })).toHaveAttribute('lang', 'ko');
  },
};
