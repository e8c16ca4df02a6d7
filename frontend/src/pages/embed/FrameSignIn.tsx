import { ExternalLink, LockKeyhole } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation, useParams } from 'react-router';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { EmptyState } from '@/components/molecules/EmptyState';
import { StatusLine } from '@/components/molecules/StatusLine';
import { signInInFrame } from '@/features/session/api/frameSignIn';
import { m } from '@/paraglide/messages';
import SignInPage from '../signIn/SignInPage';

/** No identity provider shows its page in a frame: it is asked without one, and else a window of its own is offered. */
export function FrameSignIn() {
  const { toolId = '' } = useParams();
  const { pathname, state } = useLocation();
  const refused = !!(state as { refused?: boolean } | null)?.refused;
  const [waits, setWaits] = useState(!refused);
  const framed = window.top !== window;
  useEffect(() => {
    if (waits && framed) signInInFrame(pathname).catch(() => setWaits(false));
  }, [waits, framed, pathname]);
  if (!framed) return <SignInPage />;
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">{m.brand()}</h1>
      {waits ? (
        <StatusLine busy>{m.signing_in()}</StatusLine>
      ) : (
        <EmptyState
          icon={LockKeyhole}
          title={m.embed_sign_in()}
          action={
            <div className="flex flex-wrap justify-center gap-2">
              <Button
                look="primary"
                icon={<Icon of={ExternalLink} size={16} />}
                onClick={() =>
                  window.open(`/?${new URLSearchParams({ tool: toolId })}`, '_blank', 'noopener')
                }
              >
                {m.embed_open()}
              </Button>
              <Button onClick={() => setWaits(true)}>{m.retry()}</Button>
            </div>
          }
        >
          {m.embed_sign_in_text()}
        </EmptyState>
      )}
    </main>
  );
}
