import { choose, type Choices } from '@/lib/messageTree';
import { createStore } from '@/lib/store';

/** Which branch of each conversation this tab shows. */
export const branches = createStore<Readonly<Record<string, Choices>>>({});

export const NO_CHOICES: Choices = {};

export function setBranches(conversationId: string, choices: Choices): void {
  branches.set({ ...branches.get(), [conversationId]: choices });
}

/** A conversation that is opened anew begins where something was said last: of what is not read nothing is chosen. */
export function forgetBranchesAbove(conversationId: string, known: readonly { id: string }[]): void {
  const chosen = Object.entries(branches.get()[conversationId] ?? NO_CHOICES);
  const ids = new Set(known.map(({ id }) => id));
  const kept = chosen.filter(([parent]) => ids.has(parent));
  if (kept.length < chosen.length) setBranches(conversationId, Object.fromEntries(kept));
}

export function showBranch(conversationId: string, parent: string | undefined, child: string): void {
  setBranches(conversationId, choose(branches.get()[conversationId] ?? NO_CHOICES, parent, child));
}
