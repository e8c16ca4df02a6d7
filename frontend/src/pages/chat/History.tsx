import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ConversationList } from '@/components/organisms/ConversationList';
import { useConversations } from '@/features/chat/hooks/useConversations';
import { useCover } from '@/hooks/useCover';
import type { Conversation } from '@/lib/api/types';

const ConversationDialogs = lazy(() => import('./ConversationDialogs'));

interface HistoryProps {
  open: boolean;
  onClose: () => void;
  current: string | undefined;
}

/** The history beside a conversation; on narrow screens a drawer. */
export function History({ open, onClose, current }: HistoryProps) {
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const [renaming, setRenaming] = useState<Conversation>();
  const [deleting, setDeleting] = useState<Conversation>();
  const query = useConversations(search);
  const drawer = useRef<HTMLDivElement>(null);
  useCover(drawer, open);
  useEffect(() => {
    if (!open) return;
    drawer.current!.querySelector('button')!.focus();
    const close = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [open, onClose]);
  return (
    <>
      {open && <div aria-hidden className="fixed inset-0 z-10 bg-(--scrim) lg:hidden" onClick={onClose} />}
      <div
        ref={drawer}
        className={`w-[min(300px,84vw)] shrink-0 border-r border-line bg-paper lg:static lg:block lg:w-[264px] ${open ? 'fixed inset-y-0 left-0 z-20 animate-appear' : 'hidden'}`}
      >
        <ConversationList
          conversations={query.data?.pages.flatMap(({ items }) => items)}
          error={query.data ? null : query.error}
          searching={search !== ''}
          onSearch={setSearch}
          onRetry={() => void query.refetch()}
          onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
          onNew={() => {
            onClose();
            void navigate('/');
          }}
          onRename={setRenaming}
          onDelete={setDeleting}
          onLeave={onClose}
        />
      </div>
      {(renaming ?? deleting) && (
        <Suspense>
          <ConversationDialogs
            renaming={renaming}
            deleting={deleting}
            onClose={() => {
              setRenaming(undefined);
              setDeleting(undefined);
            }}
            onDeleted={(id) => {
              if (id === current) void navigate('/');
            }}
          />
        </Suspense>
      )}
    </>
  );
}
