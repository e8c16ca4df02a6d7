import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import type { ToolInput } from '@/lib/api/types';
import type { DocumentState, TakenDocument } from '@/lib/formValues';
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
  args: { inputs, busy: false, onRun: fn(), takeDocument: fn() },
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
      new File([new Uint8Array([0xff, 0xfe, 0x00])], '깨진.png', { type: 'image/png' }),
    );
    await expect(await canvas.findByRole('alert')).toHaveTextContent('깨진.png');
  },
};

const paper: ToolInput[] = [{ name: 'paper', kind: 'file', label: { ko: '계약서', en: 'Contract' } }];
const taken: TakenDocument = { retry: fn(), leave: fn(), remove: fn() };

export const Document: Story = {
  args: { inputs: paper },
  play: async ({ canvas, args }) => {
    const states: ((state: DocumentState) => void)[] = [];
    (args.takeDocument as ReturnType<typeof fn>).mockImplementation((_file: File, tell: () => void) => {
      states.push(tell);
      return taken;
    });
    const run = canvas.getByRole('button', { name: '실행' });
    await userEvent.upload(canvas.getByLabelText('계약서 (선택)'), new File(['%PDF'], '용역계약서.pdf'));
    await waitFor(() => expect(states).toHaveLength(1));
    const tell = states[0]!;
    tell({ phase: 'uploading', share: 0.4 });
    await expect(await canvas.findByRole('progressbar')).toHaveValue(0.4);
    tell({ phase: 'reading' });
    await canvas.findByText(/읽고 있어요/);
    await expect(run).toBeDisabled();
    tell({ phase: 'failed', reason: '암호가 걸려 있어요.' });
    await expect(await canvas.findByRole('alert')).toHaveTextContent('암호');
    await expect(run).toBeDisabled();
    await userEvent.click(canvas.getByRole('button', { name: '다시 읽기' }));
    await expect(taken.retry).toHaveBeenCalled();
    const ready: DocumentState = { phase: 'ready', fileId: 'f1', characters: 130_000, pages: 12, left: [] };
    tell(ready);
    await canvas.findByText('다 읽었어요: 12쪽 · 130,000자');
    await canvas.findByText('길어서 앞 100,000자까지만 쓰여요.');
    await userEvent.click(run);
    await expect(args.onRun).toHaveBeenCalledWith(
      { paper: { fileName: '용역계약서.pdf', document: ready } },
      '계약서: 용역계약서.pdf',
    );
    await userEvent.click(canvas.getByRole('button', { name: '파일 빼기' }));
    await expect(taken.remove).toHaveBeenCalled();
    await expect(run).toBeDisabled();
  },
};

export const SentBefore: Story = {
  args: { inputs: paper, initial: { paper: { value: '지체상금', fileName: '용역계약서.hwp', sent: true } } },
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
