import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button } from './Button';

const meta = { component: Button, args: { children: '파일 올리기' } } satisfies Meta<typeof Button>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Primary: Story = { args: { look: 'primary' } };
export const Secondary: Story = {};
export const Quiet: Story = { args: { look: 'quiet' } };
export const Danger: Story = { args: { look: 'danger', children: '삭제' } };
export const PrimaryDark: Story = { args: { look: 'primary' }, globals: { theme: 'dark' } };
export const DangerDark: Story = { args: { look: 'danger', children: '삭제' }, globals: { theme: 'dark' } };
