import type { Meta, StoryObj } from '@storybook/react-vite';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { toProblem } from '@/lib/api/problem';
import { Button } from '../atoms/Button';
import { ChangedBy } from './ChangedBy';
import { CopyButton } from './CopyButton';
import { EmptyState } from './EmptyState';
import { ErrorState } from './ErrorState';
import { FailureCard } from './FailureCard';
import { NoticeLine } from './NoticeLine';
import { SearchField } from './SearchField';
import { StatusLine } from './StatusLine';
import { SupportNote } from './SupportNote';

const meta = { title: 'States of a page', component: StatusLine, args: { children: '' } } satisfies Meta<
  typeof StatusLine
>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {
  render: () => (
    <EmptyState
      icon={FileUp}
      title="아직 문서가 없어요"
      action={<Button look="primary">{'파일 올리기'}</Button>}
    >
      {'파일을 끌어다 놓거나 골라 올려 보세요.'}
    </EmptyState>
  ),
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('heading', { name: '아직 문서가 없어요' })).toBeVisible());
  },
};

const onRetry = fn();
export const NotThere: Story = {
  render: () => <ErrorState error={toProblem(undefined, 0)} onRetry={onRetry} />,
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('연결할 수 없어요');
    await userEvent.click(canvas.getByRole('button', { name: '다시 시도' }));
    await expect(onRetry).toHaveBeenCalledOnce();
  },
};

/** What is going on, in one quiet line, and what went wrong. */
export const Lines: Story = {
  render: function Lines() {
    const [marked, setMarked] = useState(false);
    return (
      <>
        <StatusLine busy>{'문서를 찾고 있어요'}</StatusLine>
        <StatusLine tone="danger">{'로그인하지 못했어요.'}</StatusLine>
        <StatusLine tone="warn">{'낱말로만 찾았어요.'}</StatusLine>
        <FailureCard title="답하지 못했어요" detail="모델이 응답하지 않아요.">
          <Button>{'다시 시도'}</Button>
        </FailureCard>
        <NoticeLine
          quoting
          notices={[
            { code: 'masked', message: '개인정보 1건을 가리고 물어봤어요' },
            { code: 'nothing_found', message: '찾은 것이 없어요' },
          ]}
        />
        <SupportNote
          support={{ kind: 'partly', open: [{ start: 0, end: 4 }] }}
          marked={marked}
          onMark={setMarked}
        />
        <ChangedBy changed={{ at: '2026-01-01T00:00:00Z', by: '최윤서' }} />
        <CopyButton text="연차" />
      </>
    );
  },
  play: async ({ canvas }) => {
    await expect(canvas.queryByText('찾은 것이 없어요')).toBeNull();
    const note = canvas.getByRole('button', { name: '근거가 확인되지 않은 문장 1개' });
    await userEvent.click(note);
    await expect(note).toHaveAttribute('aria-pressed', 'true');
  },
};
export const LinesDark: Story = { ...Lines, globals: { theme: 'dark' } };

const onSearch = fn();
export const SearchesWhenThePersonPauses: Story = {
  render: () => <SearchField label="문서 찾기" onSearch={onSearch} />,
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByRole('searchbox', { name: '문서 찾기' }), '연차');
    await waitFor(() => expect(onSearch).toHaveBeenLastCalledWith('연차'));
    await expect(onSearch).not.toHaveBeenCalledWith('연');
  },
};
