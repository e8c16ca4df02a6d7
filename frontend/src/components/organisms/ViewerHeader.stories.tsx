import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { ViewerHeader } from './ViewerHeader';

const meta = {
  component: ViewerHeader,
  parameters: { layout: 'fullscreen' },
  args: {
    place: '12쪽 › 제4장 휴가',
    onBack: fn(),
    onDownload: fn(),
    document: {
      id: 'document-1',
      collectionId: 'collection-1',
      name: '취업규칙 2026년 개정 전문과 별표, 부칙을 모두 담은 파일.pdf',
      size: 190_000,
      contentType: 'application/pdf',
      status: 'READY',
      passageCount: 12,
      embeddedCount: 12,
      createdBy: { id: 'person-1', name: '김하늘' },
      createdAt: '2026-01-01T00:00:00Z',
      updatedAt: '2026-01-01T00:00:00Z',
      version: 2,
      standing: 'current',
    },
  },
} satisfies Meta<typeof ViewerHeader>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Current: Story = {};
export const Older: Story = {
  args: {
    currentId: 'document-2',
    document: { ...meta.args.document, version: 1, standing: 'superseded' },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/이전 버전이에요 \(버전 1\)/)).toBeVisible();
    await expect(canvas.getByRole('link', { name: '지금 버전 보기' })).toHaveAttribute(
      'href',
      '/documents/document-2',
    );
  },
};
export const ComingInTheDark: Story = {
  args: { document: { ...meta.args.document, version: 3, standing: 'coming' } },
  globals: { theme: 'dark' },
};
