import type { Message } from './api/types';

/** One step of the visible path: the message and where it stands among its siblings. */
export interface Turn {
  message: Message;
  position: number;
  count: number;
  siblings: string[];
}

const ROOT = '';

/** Which child of each parent is shown; a parent that is absent shows its latest child. */
export type Choices = Readonly<Record<string, string>>;

/** The path from the first question to the last answer through the chosen branches. */
export function visiblePath(messages: readonly Message[], choices: Choices): Turn[] {
  const children = new Map<string, Message[]>();
  for (const message of messages) {
    const parent = message.parentId ?? ROOT;
    children.set(parent, [...(children.get(parent) ?? []), message]);
  }
  for (const siblings of children.values()) siblings.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const path: Turn[] = [];
  for (let parent = ROOT; ;) {
    const siblings = children.get(parent);
    const message = siblings?.find(({ id }) => id === choices[parent]) ?? siblings?.at(-1);
    if (!siblings || !message) return path;
    path.push({
      message,
      position: siblings.indexOf(message) + 1,
      count: siblings.length,
      siblings: siblings.map(({ id }) => id),
    });
    parent = message.id;
  }
}

/** Shows the sibling before or after a message. */
export function chooseSibling(choices: Choices, turn: Turn, step: -1 | 1): Choices {
  const next = turn.siblings[turn.position - 1 + step];
  return next ? choose(choices, turn.message.parentId, next) : choices;
}

/** Shows `child` wherever its parent's branch is open. */
export const choose = (choices: Choices, parent: string | undefined, child: string): Choices => ({
  ...choices,
  [parent ?? ROOT]: child,
});
