import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { TextArea } from './TextArea';

const meta = { component: TextArea, args: { label: '지시', rows: 4, onChange: fn() } } satisfies Meta<
  typeof TextArea
>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Written: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.type(canvas.getByLabelText('지시'), '짧게{enter}답한다');
    await expect(canvas.getByLabelText('지시')).toHaveValue('짧게\n답한다');
    await expect(args.onChange).toHaveBeenCalled();
  },
};
export const Dark: Story = { args: { defaultValue: '취업규칙에 따라 답한다.' }, globals: { theme: 'dark' } };
