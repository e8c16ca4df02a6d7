import { identityProvider } from './oidc';

// Under the one path that may stand in a frame; registered at the identity provider beside the other.
const CALLBACK_PATH = '/embed/callback';

/** Asks the identity provider, which shows no page for it, who is signed in there; the frame comes back to `returnTo`. */
export async function signInInFrame(returnTo: string): Promise<void> {
  const oidc = await identityProvider();
  await oidc.signinRedirect({
    state: returnTo,
    prompt: 'none',
    redirect_uri: location.origin + CALLBACK_PATH,
  });
}

/** Where a frame wanted to be whose sign-in the provider refused; nothing when that cannot be told. */
export function refusedAddress(error: unknown): string | undefined {
  const { state } = error as { state?: unknown };
  return typeof state === 'string' && state.startsWith('/embed/') ? state : undefined;
}
