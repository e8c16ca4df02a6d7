import { createStore } from './store';

/** A signed-in tab: the token lives in this tab only and is gone when it closes. */
interface Session {
  accessToken: string;
  expiresAt: number;
  /** Who it is for the provider. */
  person?: string | undefined;
  /** As the provider calls the person, to greet them before the first call is back. */
  name?: string | undefined;
}

const KEY = 'madang.session';
/** A token this close to its end is renewed before it is used. */
const MARGIN_MS = 10_000;

const read = (): Session | null => {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Session | null;
  } catch {
    return null;
  }
};

/** The session of this tab, or null; its token may have to be renewed. */
export const session = createStore<Session | null>(read());

/** True when a page that was at work can no longer renew its access: what it holds stays, a bar asks to sign in. */
export const expired = createStore(false);

let worked = false;
let renewer: () => Promise<boolean> = () => Promise.resolve(false);
let renewal: Promise<boolean> | undefined;

/** How access is renewed: true when it was, false when the provider refuses, a rejection when nobody answers. */
export const renewWith = (how: () => Promise<boolean>) => (renewer = how);

export const isStale = () => (session.get()?.expiresAt ?? Infinity) < Date.now() + MARGIN_MS;

/** Renews once, however many calls need it; false when the person has to sign in again. */
export function renewSession(): Promise<boolean> {
  if (expired.get() || !session.get()) return Promise.resolve(false);
  renewal ??= renewer().finally(() => (renewal = undefined));
  return renewal;
}

/** A call came through: from now on this page holds something worth keeping. */
export const markWorking = () => (worked = true);

/** The access is over for good. */
export function endAccess(): void {
  if (worked) expired.set(true);
  else dropSession();
}

export function keepSession(next: Session): void {
  sessionStorage.setItem(KEY, JSON.stringify(next));
  session.set(next);
  expired.set(false);
}

export function dropSession(): void {
  sessionStorage.removeItem(KEY);
  session.set(null);
  expired.set(false);
}
