import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { TextArea } from '../atoms/TextArea';
import { FieldNotes } from './FieldNotes';

const meta = {
  component: FieldNotes,
  args: { id: 'notes', help: '한 줄에 하나씩 적어 주세요.', errors: [] },
  render: (args) => (
    <div className="max-w-md">
      <TextArea label="문서" rows={2} aria-describedby={args.id} aria-invalid={args.errors.length > 0} />
      <FieldNotes {...args} />
    </div>
  ),
} satisfies Meta<typeof FieldNotes>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Helps: Story = {
  play: async ({ canvas }) =>
    expect(canvas.getByLabelText('문서')).toHaveAccessibleDescription('한 줄에 하나씩 적어 주세요.'),
};
export const Wrong: Story = {
  args: { errors: ['너무 길어요.'] },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('너무 길어요.');
    await expect(canvas.getByLabelText('문서')).toHaveAccessibleDescription(
      '너무 길어요. 한 줄에 하나씩 적어 주세요.',
    );
  },
};
