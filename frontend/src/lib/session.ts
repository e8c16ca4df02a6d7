import { createStore } from './store';

/** A signed-in tab: the token lives in this tab only and is gone when it closes. */
interface Session {
  accessToken: string;
  expiresAt: number;
}

const KEY = 'madang.session';

const read = (): Session | null => {
  try {
    const session = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Session | null;
    return session && session.expiresAt > Date.now() ? session : null;
  } catch {
    return null;
  }
};

/** The session of this tab, or null. */
export const session = createStore<Session | null>(read());

export function keepSession(next: Session): void {
  sessionStorage.setItem(KEY, JSON.stringify(next));
  session.set(next);
}

export function dropSession(): void {
  sessionStorage.removeItem(KEY);
  session.set(null);
}
