import { choose, type Choices } from '@/lib/messageTree';
import { createStore } from '@/lib/store';

/** Which branch of each conversation this tab shows. */
export const branches = createStore<Readonly<Record<string, Choices>>>({});

export const NO_CHOICES: Choices = {};

export function setBranches(conversationId: string, choices: Choices): void {
  branches.set({ ...branches.get(), [conversationId]: choices });
}

export function showBranch(conversationId: string, parent: string | undefined, child: string): void {
  setBranches(conversationId, choose(branches.get()[conversationId] ?? NO_CHOICES, parent, child));
}
