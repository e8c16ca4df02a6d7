import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { dropDrafts } from '@/lib/drafts';
import { atAddress } from '../atAddress';
import { collections, draft, models } from '../sampleTools';
import { sent, withServer } from '../withServer';
import NewToolPage from './NewToolPage';

const SLOW = { timeout: 5_000 };
const meta = {
  component: NewToolPage,
  parameters: { layout: 'fullscreen' },
  beforeEach: dropDrafts,
  decorators: [
    withServer({ 'GET /v1/models': models, 'GET /v1/collections': collections, 'POST /v1/tools': draft }),
  ],
  render: () => atAddress('/studio/new', '/studio/new', <NewToolPage />),
} satisfies Meta<typeof NewToolPage>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Begins: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^빈 도구/ }, SLOW));
    await expect(canvas.getByRole('button', { name: '저장' })).toBeDisabled();
    await userEvent.type(canvas.getByLabelText('한국어 이름'), '휴가 도우미');
    await userEvent.selectOptions(canvas.getByLabelText('아이콘'), 'calendar');
    await userEvent.type(canvas.getByLabelText('지시'), '짧게 답한다.');
    await userEvent.click(await canvas.findByRole('button', { name: '모음 고르기' }));
    await userEvent.click(canvas.getByRole('checkbox', { name: '취업규칙' }));
    await userEvent.keyboard('{Escape}');
    await userEvent.click(canvas.getByRole('button', { name: '질문 더하기' }));
    await userEvent.type(canvas.getByLabelText('질문 1 (한국어)'), '연차는?');
    await userEvent.click(canvas.getByRole('button', { name: '질문 더하기' }));
    await userEvent.click(canvas.getByRole('button', { name: '저장' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith('POST /v1/tools', {
        name: { ko: '휴가 도우미' },
        icon: 'calendar',
        instructions: '짧게 답한다.',
        collectionIds: ['c-rules'],
        starters: [{ ko: '연차는?' }],
        category: 'other',
        inputs: [],
        output: { kind: 'chat' },
        sampling: {},
      }),
    );
  },
};
export const FromATemplateWithoutAnyModel: Story = {
  decorators: [
    withServer({
      'GET /v1/models': { default: 'best', items: [] },
      'GET /v1/collections': collections,
      'POST /v1/tools': draft,
    }),
  ],
  play: async ({ canvas }) => {
    await waitFor(() => expect(sent).toHaveBeenCalledWith('GET /v1/models', undefined), SLOW);
    await userEvent.click(await canvas.findByRole('button', { name: /^회의록 쓰기/ }, SLOW));
    await userEvent.click(canvas.getByRole('button', { name: '저장' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith('POST /v1/tools', expect.not.objectContaining({ model: 'best' })),
    );
  },
};
export const FromATemplate: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^회의록 쓰기/ }, SLOW));
    await expect(canvas.getByLabelText('한국어 이름')).toHaveValue('회의록 쓰기');
    await userEvent.click(canvas.getByRole('button', { name: '항목 더하기' }));
    await userEvent.type(canvas.getByLabelText('항목 5 이름표 (한국어)'), '장소');
    await userEvent.selectOptions(canvas.getByLabelText('항목 5 종류'), '고르기');
    await userEvent.type(canvas.getByLabelText('고를 것, 한 줄에 하나 (한국어)'), '본사{enter}지사');
    await userEvent.click(canvas.getByRole('button', { name: '저장' }));
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith(
        'POST /v1/tools',
        expect.objectContaining({ category: 'documents', output: { kind: 'document' } }),
      ),
    );
    const body = sent.mock.calls.find(([call]) => call === 'POST /v1/tools')![1] as { inputs: unknown[] };
    await expect(body.inputs).toHaveLength(5);
    await expect(body.inputs[4]).toEqual({
      name: 'field_5',
      kind: 'choice',
      label: { ko: '장소' },
      required: true,
      options: [{ ko: '본사' }, { ko: '지사' }],
    });
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };
export const English: Story = { globals: { locale: 'en' } };
