import { createStore, useStore } from './store';

const KEY = 'madang.drafts';
const OWNER = 'madang.drafts.of';

const read = (): Readonly<Record<string, string>> => {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
};

/** What is written and not yet sent, by place; it outlives a reload and signing in again, not the tab. */
const drafts = createStore(read());

function keepDraft(place: string, text: string): void {
  const { [place]: _, ...rest } = drafts.get();
  drafts.set(text ? { ...rest, [place]: text } : rest);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(drafts.get()));
  } catch {
    // A full store keeps the page working; only a reload would lose the text.
  }
}

/** Gives a text back that could not be sent, unless something new is written there. */
export const giveBack = (place: string, text: string) => drafts.get()[place] || keepDraft(place, text);

export function dropDrafts(): void {
  sessionStorage.removeItem(KEY);
  drafts.set({});
}

/** Another person in the same tab finds nothing of the one before. */
export function draftsOf(person: string): void {
  if (sessionStorage.getItem(OWNER) !== person) dropDrafts();
  sessionStorage.setItem(OWNER, person);
}

export const useDraft = (place: string): [string, (text: string) => void] => [
  useStore(drafts)[place] ?? '',
  (text) => keepDraft(place, text),
];
