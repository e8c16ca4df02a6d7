import { ExternalLink, MessageSquarePlus } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { BrandMark } from '@/components/atoms/BrandMark';
import { Icon } from '@/components/atoms/Icon';
import { IconButton } from '@/components/atoms/IconButton';
import { SignInAgain } from '@/components/organisms/SignInAgain';
import { useBeginConversation, useConversation } from '@/features/chat/hooks/useConversation';
import { signInInFrame } from '@/features/session/api/frameSignIn';
import { useStoreTool } from '@/features/tools/hooks/useStoreTools';
import type { Citation } from '@/lib/api/types';
import { expired } from '@/lib/session';
import { useStore } from '@/lib/store';
import { toastError } from '@/lib/toasts';
import { toolName } from '@/lib/toolText';
import { m } from '@/paraglide/messages';

const Thread = lazy(() => import('../chat/Thread'));
const Source = lazy(() => import('../chat/Source'));
const ToolBeginning = lazy(() => import('../chat/ToolBeginning'));

/** One tool and nothing else: its form or first question, the conversation, and the source behind a citation. */
export function EmbeddedTool() {
  const { toolId = '', conversationId } = useParams();
  const navigate = useNavigate();
  const conversation = useConversation(conversationId);
  const begin = useBeginConversation();
  const { data: tool } = useStoreTool(toolId);
  const over = useStore(expired);
  const [leaving, setLeaving] = useState(false);
  const [opened, setOpened] = useState<{ conversationId: string | undefined; citation: Citation }>();
  // A source belongs to the conversation in which it was opened.
  const citation = opened?.conversationId === conversationId ? opened?.citation : undefined;
  const openCitation = useCallback(
    (chosen: Citation) => setOpened({ conversationId, citation: chosen }),
    [conversationId],
  );
  const here = `/embed/${toolId}`;
  const name = tool ? toolName(tool) : '';
  useEffect(() => {
    document.title = name ? `${name} · ${m.brand()}` : m.brand();
  }, [name]);
  const signInAgain = () => {
    setLeaving(true);
    signInInFrame(location.pathname).catch((error: unknown) => {
      setLeaving(false);
      toastError(error);
    });
  };
  const detail = conversation.query.data?.pages[0]?.conversation;
  // an address cannot bring in what was asked elsewhere
  if (detail && detail.toolId !== toolId) return <Navigate replace to={here} />;
  return (
    <div className="flex h-dvh flex-col">
      {over && <SignInAgain busy={leaving} onSignIn={signInAgain} />}
      <div className="flex min-h-0 flex-1">
        <main className="flex min-w-0 flex-1 flex-col" aria-label={name || m.brand()}>
          <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line px-3">
            <BrandMark size={20} />
            <h1 className="min-w-0 flex-1 truncate text-sm font-semibold text-ink-2">{name || m.brand()}</h1>
            {conversationId && (
              <IconButton icon={MessageSquarePlus} label={m.chat_new()} onClick={() => void navigate(here)} />
            )}
            <a
              href={conversationId ? `/c/${conversationId}` : `/?${new URLSearchParams({ tool: toolId })}`}
              target="_blank"
              rel="noopener"
              className="flex shrink-0 items-center gap-2 rounded-md px-1.5 py-1 text-sm font-semibold text-ink transition-colors duration-150 hover:bg-sunken"
            >
              {m.embed_open()}
              <Icon of={ExternalLink} size={16} />
            </a>
          </header>
          <Suspense>
            {conversationId ? (
              <Thread key={conversationId} conversation={conversation} onOpenCitation={openCitation} />
            ) : (
              <ToolBeginning
                key={toolId}
                toolId={toolId}
                onAsk={async (text, form) => {
                  await navigate(`${here}/${await begin(text, { toolId }, form)}`);
                }}
              />
            )}
          </Suspense>
        </main>
        {citation && (
          <Suspense>
            <Source citation={citation} onClose={() => setOpened(undefined)} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
