import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { StatusLine } from '@/components/molecules/StatusLine';
import { refusedAddress } from '@/features/session/api/frameSignIn';
import { completeSignIn } from '@/features/session/api/oidc';
import { m } from '@/paraglide/messages';

let exchange: Promise<string> | undefined;

/** Where the identity provider sends a frame back to, with an account or without. */
export function FrameCallback() {
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    // A code is good for one exchange, however often the effect runs.
    exchange ??= completeSignIn();
    exchange
      .then((returnTo) => void navigate(returnTo, { replace: true }))
      .catch((error: unknown) => {
        const address = refusedAddress(error);
        if (address) void navigate(address, { replace: true, state: { refused: true } });
        else setFailed(true);
      })
      .finally(() => (exchange = undefined));
  }, [navigate]);
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">{m.brand()}</h1>
      {failed ? (
        <StatusLine tone="danger">{m.sign_in_failed()}</StatusLine>
      ) : (
        <StatusLine busy>{m.signing_in()}</StatusLine>
      )}
    </main>
  );
}
