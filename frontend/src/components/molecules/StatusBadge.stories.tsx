import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import type { DocumentItem } from '@/lib/api/types';
import { StatusBadge } from './StatusBadge';

const document: DocumentItem = {
  id: 'document-1',
  name: '취업규칙.pdf',
  collectionId: 'collection-1',
  size: 184_320,
  contentType: 'application/pdf',
  status: 'READY',
  passageCount: 100,
  embeddedCount: 40,
  createdBy: { id: 'person-1', name: '이도윤' },
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
};
const failure = {
  code: 'encrypted' as const,
  message: '암호가 걸린 파일이에요. 암호를 풀고 다시 올려 주세요.',
};

const meta = { component: StatusBadge, args: { document } } satisfies Meta<typeof StatusBadge>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Every state is said in words, whatever its colour. */
export const EveryState: Story = {
  render: ({ document: shown }) => (
    <div className="grid gap-3">
      {(['UPLOADING', 'PARSING', 'CHUNKED', 'READY', 'DELETING'] as const).map((status) => (
        <StatusBadge key={status} document={{ ...shown, status }} />
      ))}
      <StatusBadge document={{ ...shown, status: 'FAILED', failure }} />
      <StatusBadge
        document={{
          ...shown,
          status: 'CHUNKED',
          meaningFailure: { code: 'unavailable', message: '의미 색인이 멈췄어요.' },
        }}
      />
    </div>
  ),
  play: async ({ canvas }) => {
    for (const text of [
      '올리는 중',
      '읽는 중',
      '준비됐어요',
      '지우는 중',
      '읽지 못했어요',
      '낱말로만 검색 가능',
    ])
      await expect(canvas.getByText(text)).toBeVisible();
    await expect(canvas.getByText('검색 가능, 의미 색인 40 %')).toBeVisible();
    await expect(canvas.getByText(failure.message)).toBeVisible();
  },
};
export const EveryStateDarkInEnglish: Story = {
  render: EveryState.render!,
  globals: { theme: 'dark', locale: 'en' },
};
export const WithOmissions: Story = {
  args: {
    document: { ...document, omissions: [{ code: 'scanned', message: '그림 3장은 읽지 못했어요.' }] },
  },
};
