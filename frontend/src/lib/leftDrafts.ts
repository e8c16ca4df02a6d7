import { session } from './session';

const KEY = 'madang.left';
const WEEK_MS = 7 * 24 * 3_600_000;

export interface Left {
  text: string;
  /** When it was written, in milliseconds since 1970. */
  at: number;
}

type All = Record<string, Left & { person: string }>;

function read(): All {
  try {
    const all = JSON.parse(localStorage.getItem(KEY) ?? '{}') as All;
    return Object.fromEntries(Object.entries(all).filter(([, { at }]) => at > Date.now() - WEEK_MS));
  } catch {
    return {};
  }
}

function write(all: All): void {
  try {
    if (Object.keys(all).length) localStorage.setItem(KEY, JSON.stringify(all));
    else localStorage.removeItem(KEY);
  } catch {
    // a full store keeps the page working; the tab still has the text
  }
}

/** What was written in this browser and never reached the server, for a week; it outlives the tab. */
export function leftOf(place: string): Left | undefined {
  const left = read()[place];
  return left && left.person === session.get()?.person ? { text: left.text, at: left.at } : undefined;
}

/** Keeps it, or forgets it when there is nothing. */
export function keepLeft(place: string, text: string): void {
  const { [place]: _, ...rest } = read();
  const person = session.get()?.person;
  write(text && person ? { ...rest, [place]: { text, at: Date.now(), person } } : rest);
}

/** Who signs out leaves nothing behind. */
export const forgetLeft = () => localStorage.removeItem(KEY);
