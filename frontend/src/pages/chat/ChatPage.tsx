import { PanelLeft } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { IconButton } from '@/components/atoms/IconButton';
import { useBeginConversation, useConversation } from '@/features/chat/hooks/useConversation';
import { afterFirst } from '@/lib/afterFirst';
import type { Citation } from '@/lib/api/types';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { History } from './History';
import { NewConversation } from './NewConversation';

const openedLater = () => import('./Thread');
const Thread = lazy(openedLater);
const Source = lazy(() => import('./Source'));
const ToolBeginning = lazy(() => import('./ToolBeginning'));
const ToolTitle = lazy(() => import('./ToolTitle'));

/** Chat: earlier conversations, the open one, and the source behind a citation. */
export function ChatPage() {
  const { conversationId } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const conversation = useConversation(conversationId);
  const begin = useBeginConversation();
  const [opened, setOpened] = useState<{ conversationId: string | undefined; citation: Citation }>();
  const [historyOpen, setHistoryOpen] = useState(false);
  // A source belongs to the conversation in which it was opened.
  const citation = opened?.conversationId === conversationId ? opened?.citation : undefined;
  const openCitation = useCallback(
    (chosen: Citation) => setOpened({ conversationId, citation: chosen }),
    [conversationId],
  );
  // who asks comes to the thread next
  useEffect(() => void afterFirst(openedLater), []);
  const { detail } = conversation;
  const toolId = conversationId ? detail?.toolId : (params.get('tool') ?? undefined);
  const title = shownName(detail?.title ?? '');
  useEffect(() => {
    document.title = title ? `${title} · ${m.brand()}` : m.brand();
  }, [title]);
  return (
    <>
      <History open={historyOpen} onClose={() => setHistoryOpen(false)} current={conversationId} />
      <section className="flex min-w-0 flex-1 flex-col" aria-label={m.chat()}>
        <header className="flex h-12 shrink-0 items-center gap-2 px-3 lg:px-5">
          <IconButton
            className="lg:hidden"
            icon={PanelLeft}
            label={m.history()}
            onClick={() => setHistoryOpen(true)}
          />
          <h1 className="truncate text-sm font-semibold text-ink-2">
            {conversationId ? title || m.chat_untitled() : m.chat_new()}
          </h1>
          {toolId && (
            <Suspense>
              <ToolTitle toolId={toolId} />
            </Suspense>
          )}
        </header>
        {conversationId ? (
          <Suspense>
            <Thread key={conversationId} conversation={conversation} onOpenCitation={openCitation} />
          </Suspense>
        ) : toolId ? (
          <Suspense>
            <ToolBeginning
              key={toolId}
              toolId={toolId}
              onAsk={async (text, form) => {
                await navigate(`/c/${await begin(text, { toolId }, form)}`);
              }}
            />
          </Suspense>
        ) : (
          <NewConversation
            onAsk={async (text, collectionIds) => {
              await navigate(`/c/${await begin(text, { collectionIds })}`);
            }}
          />
        )}
      </section>
      {citation && (
        <Suspense>
          <Source citation={citation} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </>
  );
}
