import type { Meta, StoryObj } from '@storybook/react-vite';
import { Library, MessageCircle } from 'lucide-react';
import { useState } from 'react';
import { expect, userEvent } from 'storybook/test';
import { Avatar } from './Avatar';
import { BrandMark } from './BrandMark';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import { Kbd } from './Kbd';
import { Marked } from './Marked';
import { ProgressBar } from './ProgressBar';
import { Segments } from './Segments';
import { Select } from './Select';
import { ShareBar } from './ShareBar';
import { Skeleton } from './Skeleton';
import { Switch } from './Switch';
import { TextInput } from './TextInput';

const SIZES = [
  { value: 'small', label: '작게' },
  { value: 'large', label: '크게' },
] as const;
type Size = (typeof SIZES)[number]['value'];

/** All small parts beside each other, as they stand on one surface. */
function SmallParts() {
  const [size, setSize] = useState<Size>('small');
  const [on, setOn] = useState(false);
  return (
    <div className="grid max-w-md gap-4">
      <p className="flex items-center gap-3">
        <BrandMark />
        <Avatar name="김하늘" />
        <Avatar name="Grace Hopper" />
        <Icon of={Library} />
        <IconButton icon={MessageCircle} label="대화" pressed={on} onClick={() => setOn(!on)} />
        <Kbd>{'Ctrl K'}</Kbd>
      </p>
      <Segments label="크기" value={size} options={SIZES} onChange={setSize} />
      <Select labelled label="글자 크기" value={size} options={SIZES} onChange={setSize} />
      <Switch label="알림" on={on} onChange={setOn} />
      <TextInput label="이름" placeholder="홍길동" />
      <ProgressBar label="올리는 중" share={0.4} />
      <ShareBar share={0.7} />
      <ShareBar share={0.7} mark={0.8} className="fill-danger" />
      <p>
        <Marked
          segments={[
            { text: '연차는 ', marked: false },
            { text: '15일', marked: true },
          ]}
        />
      </p>
      <Skeleton rows={2} />
    </div>
  );
}

const meta = { title: 'Small parts', component: SmallParts } satisfies Meta<typeof SmallParts>;

export default meta;
type Story = StoryObj<typeof meta>;

export const All: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: '크게' }));
    await expect(canvas.getByRole('combobox')).toHaveValue('large');
    await userEvent.selectOptions(canvas.getByRole('combobox'), '작게');
    await expect(canvas.getByRole('button', { name: '작게' })).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(canvas.getByRole('switch', { name: '알림' }));
    await expect(canvas.getByRole('switch')).toBeChecked();
    await userEvent.click(canvas.getByText('이름'));
    await expect(canvas.getByRole('textbox', { name: '이름' })).toHaveFocus();
    await expect(canvas.getByRole('progressbar')).toHaveValue(0.4);
  },
};
export const AllDark: Story = { globals: { theme: 'dark' } };
