import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import type { DocumentItem } from '@/lib/api/types';
import { DocumentsTable } from './DocumentsTable';

const document = (id: string, name: string, rest: Partial<DocumentItem>): DocumentItem => ({
  id,
  name,
  collectionId: 'collection-1',
  size: 184_320,
  contentType: 'application/pdf',
  status: 'READY',
  passageCount: 100,
  embeddedCount: 100,
  createdBy: { id: 'person-1', name: '이도윤' },
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  ...rest,
});

const meta = {
  component: DocumentsTable,
  args: {
    editable: true,
    chosen: new Set(['1']),
    onChoose: fn(),
    onAct: fn(),
    onTag: fn(),
    documents: [
      document('1', '취업규칙.pdf', {
        tags: ['인사', '규정'],
        metadata: { 부서: '인사팀' },
        version: 2,
        expiresAt: '2020-01-01T00:00:00Z',
        replacement: { documentId: '9', version: 3, status: 'PARSING' },
      }),
      document('2', 'Handbook.docx', { status: 'CHUNKED', embeddedCount: 40 }),
      document('3', '급여대장.xlsx', {
        status: 'FAILED',
        failure: { code: 'encrypted', message: '암호가 걸린 파일이에요.' },
      }),
      document('5', '고객명단.csv', {
        status: 'CHUNKED',
        embeddedCount: 0,
        meaningFailure: { code: 'unavailable', message: '낱말로는 찾을 수 있어요. 모델이 답하지 않아요.' },
      }),
      document('4', '계약서 스캔.pdf', {
        expiresAt: new Date(2099, 0, 3).toISOString(),
        metadata: { source: 'https://www.madang.example/contracts' },
        omissions: [{ code: 'scanned', message: '2–4쪽은 스캔한 그림이라 빠졌어요.' }],
      }),
    ],
  },
} satisfies Meta<typeof DocumentsTable>;

export default meta;
type Story = StoryObj<typeof meta>;

export const States: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getAllByText('검색 가능, 의미 색인 40 %')[0]).toBeInTheDocument();
    await expect(canvas.getAllByText('2–4쪽은 스캔한 그림이라 빠졌어요.')[0]).toBeInTheDocument();
    await userEvent.click(canvas.getAllByRole('button', { name: '다시 읽기' })[0]!);
    await expect(args.onAct).toHaveBeenCalledWith('retry', args.documents[2]);
    await expect(canvas.getByText('2099년 1월 2일까지')).toBeVisible();
    await expect(canvas.getByRole('link', { name: 'www.madang.example/contracts' })).toHaveAttribute(
      'href',
      'https://www.madang.example/contracts',
    );
    await userEvent.click(canvas.getByRole('button', { name: '규정' }));
    await expect(args.onTag).toHaveBeenCalledWith('규정');
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Handbook.docx 고르기' }));
    await expect(args.onChoose).toHaveBeenCalledWith(new Set(['1', '2']));
    await userEvent.click(canvas.getByRole('button', { name: '‘취업규칙.pdf’ 메뉴' }));
    await userEvent.click(canvas.getByRole('menuitem', { name: '삭제' }));
    await expect(args.onAct).toHaveBeenCalledWith('delete', args.documents[0]);
  },
};
export const ReaderInEnglish: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.queryByRole('checkbox')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Menu of “취업규칙.pdf”' }));
    await expect(canvas.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
      'Download',
      'Versions',
    ]);
  },
  args: { editable: false },
  globals: { locale: 'en', theme: 'dark' },
};
