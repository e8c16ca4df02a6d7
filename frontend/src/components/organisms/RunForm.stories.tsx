import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import type { ToolInput } from '@/lib/api/types';
import { RunForm } from './RunForm';

const inputs: ToolInput[] = [
  { name: 'title', kind: 'text', label: { ko: '제목', en: 'Title' }, required: true, maxLength: 20 },
  {
    name: 'side',
    kind: 'choice',
    label: { ko: '우리는', en: 'We are' },
    required: true,
    options: [{ ko: '갑', en: 'First party' }, { en: 'Second party' }],
  },
  { name: 'sum', kind: 'number', label: { ko: '금액', en: 'Sum' }, min: 1, max: 100 },
  { name: 'day', kind: 'date', label: { ko: '날짜', en: 'Day' } },
  {
    name: 'notes',
    kind: 'long_text',
    label: { ko: '메모', en: 'Notes' },
    hint: { ko: '그대로 붙여 넣어도 돼요.', en: 'Paste them as they are.' },
  },
  { name: 'paper', kind: 'file', label: { ko: '자료', en: 'Paper' } },
];

const meta = {
  component: RunForm,
  args: { inputs, busy: false, onRun: fn() },
} satisfies Meta<typeof RunForm>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Filled: Story = {
  play: async ({ canvas, args }) => {
    const run = canvas.getByRole('button', { name: '실행' });
    await expect(run).toBeDisabled();
    await userEvent.type(canvas.getByLabelText('제목'), '임대차');
    await userEvent.click(run);
    // a choice that is needed is asked for in its place
    await expect(canvas.getByRole('alert')).toHaveTextContent('골라 주세요');
    await expect(args.onRun).not.toHaveBeenCalled();
    await userEvent.selectOptions(canvas.getByLabelText('우리는'), 'Second party');
    await userEvent.upload(
      canvas.getByLabelText('자료 (선택)'),
      new File(['a,b\n1,2'], '표.csv', { type: 'text/csv' }),
    );
    await canvas.findByText('고른 파일: 표.csv');
    await userEvent.click(run);
    await expect(args.onRun).toHaveBeenCalledWith(
      {
        title: { value: '임대차' },
        side: { value: 'Second party' },
        paper: { value: 'a,b\n1,2', fileName: '표.csv' },
      },
      '제목: 임대차\n우리는: Second party\n자료: 표.csv',
    );
  },
};

export const FileThatCannotBeRead: Story = {
  play: async ({ canvas }) => {
    await userEvent.upload(
      canvas.getByLabelText('자료 (선택)'),
      new File([new Uint8Array([0xff, 0xfe, 0x00])], '깨진.txt', { type: 'text/plain' }),
    );
    await expect(await canvas.findByRole('alert')).toHaveTextContent('깨진.txt');
  },
};

export const Refused: Story = {
  args: {
    initial: { title: { value: '임대차' }, sum: { value: '500' } },
    errors: [
      { field: 'inputs.sum', message: '100 이하여야 해요.' },
      { field: 'inputs', message: '채운 내용이 모두 합해 120000자까지예요.' },
    ],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('100 이하여야 해요.')).toBeVisible();
    await expect(canvas.getByLabelText('금액 (선택)')).toHaveValue(500);
  },
};

export const Running: Story = { args: { busy: true, initial: { title: { value: '임대차' } } } };
export const DarkEnglish: Story = { globals: { theme: 'dark', locale: 'en' } };
