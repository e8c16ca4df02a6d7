import type { User, UserManager } from 'oidc-client-ts';
import { loadConfig } from '@/lib/config';
import { draftsOf, dropDrafts } from '@/lib/drafts';
import { forgetLeft } from '@/lib/leftDrafts';
import { dropLeftUploads, leftUploadsOf } from '@/lib/leftUploads';
import { dropSession, keepSession } from '@/lib/session';

// Where the identity provider sends the browser back to; registered there.
const CALLBACK_PATH = '/callback';

let manager: Promise<UserManager> | undefined;

// The OIDC client is fetched only when somebody signs in or out: a signed-in page never pays for it.
export const identityProvider = () =>
  (manager ??= Promise.all([import('oidc-client-ts'), loadConfig()]).then(([oidc, config]) => {
    const store = new oidc.WebStorageStateStore({ store: sessionStorage });
    return new oidc.UserManager({
      authority: config.issuer,
      client_id: config.clientId,
      redirect_uri: location.origin + CALLBACK_PATH,
      post_logout_redirect_uri: `${location.origin}/`,
      response_type: 'code',
      scope: config.scope,
      ...(config.audience ? { extraQueryParams: { audience: config.audience } } : {}),
      userStore: store,
      stateStore: store,
      monitorSession: false,
      automaticSilentRenew: false,
    });
  }));

const keep = (user: User) =>
  keepSession({
    accessToken: user.access_token,
    person: user.profile.sub,
    name: user.profile.name,
    expiresAt: user.expires_at ? user.expires_at * 1000 : Date.now() + 3_600_000,
  });

/** Leaves for the identity provider; the person comes back to `returnTo`. */
export async function beginSignIn(returnTo: string): Promise<void> {
  await (await identityProvider()).signinRedirect({ state: returnTo });
}

/** Ends the code exchange on the callback page and says where the person wanted to be. */
export async function completeSignIn(): Promise<string> {
  const user = await (await identityProvider()).signinCallback();
  if (!user) throw new Error('sign-in gave no user');
  draftsOf(user.profile.sub);
  leftUploadsOf(user.profile.sub);
  keep(user);
  const { state } = user;
  return typeof state === 'string' && /^\/(?!\/)/.test(state) ? state : '/';
}

/** Takes new access with the refresh token; false when there is none or it is no longer taken. */
export async function renewAccess(): Promise<boolean> {
  const oidc = await identityProvider();
  if (!(await oidc.getUser())?.refresh_token) return false;
  try {
    const user = await oidc.signinSilent();
    if (user) keep(user);
    return user !== null;
  } catch (error) {
    // What the provider itself refuses is final; a lost connection is not.
    if (error instanceof Error && error.name === 'ErrorResponse') return false;
    throw error;
  }
}

/** Forgets this tab's session and ends the one at the identity provider where it can. */
export async function signOut(): Promise<void> {
  const oidc = await identityProvider();
  const user = await oidc.getUser();
  dropLeftUploads();
  dropSession();
  dropDrafts();
  forgetLeft();
  const provider = await oidc.metadataService.getMetadata().catch(() => undefined);
  await oidc.removeUser();
  if (provider?.end_session_endpoint)
    await oidc.signoutRedirect(user?.id_token ? { id_token_hint: user.id_token } : {});
}
