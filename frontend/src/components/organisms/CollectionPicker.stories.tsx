import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent } from 'storybook/test';
import type { Collection } from '@/lib/api/types';
import { CollectionPicker } from './CollectionPicker';

const collection = (id: string, name: string): Collection => ({
  id,
  name,
  role: 'reader',
  documentCount: 3,
  clearance: 'internal',
  sharing: { everyone: false, people: 0, groups: 0 },
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
});
const meta = {
  component: CollectionPicker,
  args: {
    collections: [collection('1', '취업규칙'), collection('2', '총무 자료'), collection('3', 'Security')],
    chosen: [],
    onChange: fn(),
  },
  render: function Live(args) {
    const [chosen, setChosen] = useState(args.chosen);
    const change = (ids: string[]) => {
      setChosen(ids);
      args.onChange(ids);
    };
    return (
      <div style={{ paddingTop: 192 }}>
        <CollectionPicker {...args} chosen={chosen} onChange={change} />
      </div>
    );
  },
} satisfies Meta<typeof CollectionPicker>;

export default meta;
type Story = StoryObj<typeof meta>;

export const ChosenByKeyboard: Story = {
  play: async ({ canvas, args }) => {
    const button = canvas.getByRole('button', { name: '질문할 문서: 모든 문서' });
    button.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(canvas.getByRole('checkbox', { name: '취업규칙' }));
    await expect(args.onChange).toHaveBeenLastCalledWith(['1']);
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Security' }));
    await expect(args.onChange).toHaveBeenLastCalledWith(['1', '3']);
    await expect(canvas.getByRole('button', { name: '질문할 문서: 모음 2개' })).toBeVisible();
    await userEvent.click(canvas.getByRole('checkbox', { name: '취업규칙' }));
    await expect(args.onChange).toHaveBeenLastCalledWith(['3']);
  },
};
export const Closed: Story = { args: { chosen: ['2'] } };
export const DarkInEnglish: Story = {
  globals: { theme: 'dark', locale: 'en' },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button'));
    await expect(canvas.getByRole('group')).toBeVisible();
  },
};
