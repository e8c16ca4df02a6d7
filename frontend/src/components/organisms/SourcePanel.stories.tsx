import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { toProblem } from '@/lib/api/problem';
import { SourcePanel } from './SourcePanel';

const location = { page: 12, headings: ['제4장 휴가', '제27조'] };
const meta = {
  component: SourcePanel,
  parameters: { layout: 'fullscreen' },
  args: {
    onClose: fn(),
    onRetry: fn(),
    error: null,
    citation: {
      number: 1,
      passageId: 'passage-1',
      documentId: 'document-1',
      documentName: '취업규칙.pdf',
      location,
      quote: '직원에게 15일의 유급휴가를 준다.',
    },
    passage: {
      id: 'passage-1',
      documentId: 'document-1',
      documentName: '취업규칙.pdf',
      collectionId: 'collection-1',
      location,
      version: 2,
      standing: 'current',
      before: '제26조 휴일',
      text: '회사는 1년간 80퍼센트 이상 출근한 직원에게\n15일의 유급휴가를 준다. 남은 휴가는 이월하지 않는다.',
      after: '제28조 휴가의 사용',
    },
  },
} satisfies Meta<typeof SourcePanel>;

export default meta;
type Story = StoryObj<typeof meta>;

export const QuoteMarked: Story = {
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('mark')).toHaveTextContent('직원에게 15일의 유급휴가를 준다.');
  },
};
export const PlaceOfTheQuote: Story = {
  args: {
    citation: { ...meta.args.citation, location: { page: 3, headings: ['제5장 출장'] } },
    passage: { ...meta.args.passage, location: { page: 2, headings: ['제4장 휴가'] } },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('3쪽 › 제5장 출장')).toBeInTheDocument();
  },
};
export const Loading: Story = { args: { passage: undefined } };
export const NoLongerThere: Story = {
  args: {
    passage: undefined,
    error: toProblem(
      {
        code: 'not_found',
        status: 404,
        title: '찾을 수 없어요',
        detail: '지워졌거나 볼 수 있는 권한이 없어요.',
      },
      404,
    ),
  },
};
export const OfAnOlderVersion: Story = {
  args: { passage: { ...meta.args.passage, version: 1, standing: 'superseded' } },
};
export const NoLongerTheirs: Story = {
  args: { citation: { ...meta.args.citation, quote: '', available: false }, passage: undefined },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('더 이상 볼 수 없는 문서예요')).toBeInTheDocument();
    await expect(canvas.queryByRole('link')).toBeNull();
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };
