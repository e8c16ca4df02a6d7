import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { StatusLine } from '@/components/molecules/StatusLine';
import { completeSignIn } from '@/features/session/api/oidc';
import { m } from '@/paraglide/messages';
import SignInPage from './SignInPage';

let exchange: Promise<string> | undefined;

/** Where the identity provider sends the browser back to. */
export default function CallbackPage() {
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    // A code is good for one exchange, however often the effect runs.
    exchange ??= completeSignIn();
    exchange
      .then((returnTo) => void navigate(returnTo, { replace: true }))
      .catch(() => setFailed(true))
      .finally(() => (exchange = undefined));
  }, [navigate]);
  if (failed) return <SignInPage failed />;
  return (
    <main className="grid min-h-dvh place-items-center">
      <StatusLine busy>{m.signing_in()}</StatusLine>
    </main>
  );
}
