import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { Answer } from './Answer';

const citation = {
  number: 1,
  passageId: 'passage-1',
  documentId: 'document-1',
  documentName: '취업규칙.pdf',
  location: { page: 12 },
  quote: '회사는 1년간 80퍼센트 이상 출근한 직원에게 15일의 유급휴가를 준다.',
};

const meta = {
  component: Answer,
  args: {
    busy: false,
    onOpenCitation: fn(),
    onRate: fn(),
    onRegenerate: fn(),
    onStep: fn(),
    turn: {
      position: 2,
      count: 3,
      siblings: ['a', 'b', 'c'],
      message: {
        id: 'b',
        role: 'assistant',
        status: 'complete',
        createdAt: '2026-01-01T00:00:00Z',
        text: '연차는 **15일**이에요. [1]\n\n| 근속 | 연차 |\n| --- | --- |\n| 1년 | 15일 |\n\n![밖의 그림](https://example.com/pixel.png)\n\n<script>alert(1)</script>',
        citations: [citation],
      },
    },
  },
} satisfies Meta<typeof Answer>;

export default meta;
type Story = StoryObj<typeof meta>;

export const WithCitation: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const chip = await canvas.findByRole('button', { name: /출처 1 열기/ }, { timeout: 5_000 });
    await userEvent.hover(chip);
    await waitFor(() => expect(canvas.getByText(citation.quote)).toBeVisible());
    await userEvent.click(chip);
    await expect(args.onOpenCitation).toHaveBeenCalledWith(citation);
    await expect(canvasElement.querySelector('img, script')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: '다음 버전' }));
    await expect(args.onStep).toHaveBeenCalledWith(1);
  },
};

const half = '연차는 15일이에요. [1] 아마 내년에는 늘어날 거예요.';
export const PartlySupported: Story = {
  args: {
    turn: {
      ...meta.args.turn,
      message: {
        ...meta.args.turn.message,
        model: 'gpt',
        text: half,
        statements: [
          { start: 0, end: 15, citations: [1] },
          { start: 16, end: half.length, citations: [] },
        ],
      },
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole('button', { name: /출처 1 열기/ }, { timeout: 5_000 });
    await expect(canvasElement.querySelector('mark[data-open]')).toBeNull();
    const note = canvas.getByRole('button', { name: '근거가 확인되지 않은 문장 1개' });
    await userEvent.click(note);
    await expect(canvasElement.querySelector('mark[data-open]')).toHaveTextContent(
      '아마 내년에는 늘어날 거예요.',
    );
    await userEvent.click(note);
    await expect(canvasElement.querySelector('mark[data-open]')).toBeNull();
  },
};

export const Unsupported: Story = {
  args: {
    turn: {
      ...meta.args.turn,
      message: {
        ...meta.args.turn.message,
        model: 'gpt',
        text: '아마 15일일 거예요.',
        citations: [],
        statements: [{ start: 0, end: 11, citations: [] }],
        receipt: {
          model: 'gpt',
          modelName: 'GPT',
          attempts: [],
          inputTokens: 1,
          cachedInputTokens: 0,
          outputTokens: 1,
          estimated: false,
          cost: 0,
          currency: 'KRW',
          masked: {},
          passages: 4,
        },
      },
    },
  },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText('문서에서 근거를 찾지 못한 답이에요.')).toBeVisible();
  },
};

export const Interrupted: Story = {
  args: {
    turn: {
      ...meta.args.turn,
      position: 1,
      count: 1,
      message: { ...meta.args.turn.message, status: 'interrupted' },
    },
  },
};

export const Failed: Story = {
  args: {
    turn: {
      ...meta.args.turn,
      position: 1,
      count: 1,
      message: {
        ...meta.args.turn.message,
        text: '',
        citations: [],
        status: 'failed',
        failure: { code: 'busy', message: '지금 질문이 몰려 있어요. 잠시 뒤에 다시 답변을 눌러 주세요.' },
      },
    },
  },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('alert')).toHaveTextContent('지금 질문이 몰려 있어요.');
    await userEvent.click(canvas.getByRole('button', { name: '다시 답변' }));
    await expect(args.onRegenerate).toHaveBeenCalledOnce();
  },
};

export const Rated: Story = {
  args: {
    notices: [{ code: 'no_model', message: '문서의 문장을 그대로 옮겨 드려요.' }],
    turn: {
      ...meta.args.turn,
      message: { ...meta.args.turn.message, feedback: 'down', feedbackComment: '개정 전' },
    },
  },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: '의견 고치기' }));
    const field = canvas.getByRole('textbox', { name: '무엇이 아쉬웠나요?' });
    await userEvent.type(field, ' 규정이에요');
    await userEvent.click(canvas.getByRole('button', { name: '의견 보내기' }));
    await expect(args.onRate).toHaveBeenCalledWith('down', '개정 전 규정이에요');
    await userEvent.click(canvas.getByRole('button', { name: '도움이 안 됐어요' }));
    await expect(args.onRate).toHaveBeenCalledWith(null);
  },
};
