import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { PersonRow } from './PersonRow';

const meta = {
  component: PersonRow,
  args: {
    editable: true,
    busy: false,
    onSuspend: fn(),
    onRoles: fn(),
    person: { id: 'p', name: '김하늘', email: 'haneul@madang.example', roles: ['member'] },
  },
  render: (args) => (
    <ul>
      <PersonRow {...args} />
    </ul>
  ),
} satisfies Meta<typeof PersonRow>;

export default meta;
type Story = StoryObj<typeof meta>;

export const AtWork: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: '제작자' }));
    await expect(args.onRoles).toHaveBeenCalledWith(['member', 'builder']);
    await userEvent.click(canvas.getByRole('button', { name: '김하늘 정지하기' }));
    await expect(args.onSuspend).toHaveBeenCalledOnce();
  },
};

export const Suspended: Story = {
  args: { person: { ...meta.args.person, suspended: true } },
  globals: { theme: 'dark', locale: 'en' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('Suspended')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Resume 김하늘' })).toBeEnabled();
  },
};
