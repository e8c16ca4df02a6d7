import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import type { QueuedUpload } from '@/lib/uploadQueue';
import { UploadTray } from './UploadTray';

const upload = (key: string, rest: Partial<QueuedUpload>): QueuedUpload => ({
  key,
  collectionId: 'collection-1',
  file: { name: `${key}.pdf`, size: 1_000 },
  folders: [],
  share: 0,
  phase: 'waiting',
  attempts: 0,
  ...rest,
});

const meta = {
  component: UploadTray,
  args: {
    paused: false,
    onCancel: fn(),
    onAgain: fn(),
    onKeep: fn(),
    onPause: fn(),
    uploads: [
      upload('취업규칙', { phase: 'done', share: 1 }),
      upload('복리후생', { phase: 'sending', share: 0.4 }),
      upload('급여', { phase: 'failed', reason: '연결이 멈췄어요. 다시 올려 주세요.' }),
      upload('사본', { phase: 'duplicate', duplicateOf: '취업규칙.pdf' }),
      upload('출장', { phase: 'there', duplicateOf: '출장.pdf' }),
      upload('확인', { phase: 'hashing' }),
    ],
  },
} satisfies Meta<typeof UploadTray>;

export default meta;
type Story = StoryObj<typeof meta>;

export const States: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('4개 중 1개를 올렸어요')).toBeInTheDocument();
    await expect(canvas.getByText('‘취업규칙.pdf’ 문서와 내용이 같아요')).toBeInTheDocument();
    await expect(canvas.getByText('이미 올라와 있는 파일 1개')).toBeInTheDocument();
    await userEvent.click(canvas.getByRole('button', { name: '못 올린 1개 다시 올리기' }));
    await expect(args.onAgain).toHaveBeenCalledWith(['급여']);
    await userEvent.click(canvas.getByRole('button', { name: '같은 파일 1개도 올리기' }));
    await expect(args.onKeep).toHaveBeenCalledWith(['사본']);
    await userEvent.click(canvas.getByRole('button', { name: '올리기 멈추기' }));
    await expect(args.onPause).toHaveBeenCalledWith(true);
  },
};

/** Of a thousand files only those in sight are in the page. */
export const AThousandInEnglish: Story = {
  args: { paused: true, uploads: Array.from({ length: 1_000 }, (_, index) => upload(`${index}`, {})) },
  globals: { locale: 'en', theme: 'dark' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('Paused. 0 of 1000 uploaded')).toBeInTheDocument();
    await expect(canvas.getAllByRole('listitem').length).toBeLessThan(20);
    const list = canvas.getByRole('group', { name: 'Files being uploaded' });
    list.scrollTop = 999 * 52;
    await expect(await canvas.findByText('999.pdf')).toBeInTheDocument();
  },
};

/** The same folder chosen again after all has arrived. */
export const NothingToSend: Story = {
  args: { uploads: ['취업규칙', '복리후생'].map((key) => upload(key, { phase: 'there' })) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getAllByText('이미 올라와 있어서 다시 보내지 않았어요')).toHaveLength(2);
    await expect(canvas.queryByText(/올렸어요/)).not.toBeInTheDocument();
  },
};

export const Empty: Story = { args: { uploads: [] } };
