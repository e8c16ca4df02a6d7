import type { Message } from './api/types';

/** One step of the visible path: the message and where it stands among its siblings. */
export interface Turn {
  message: Message;
  position: number;
  count: number;
  siblings: string[];
}

const ROOT = '';

/** Which child of each parent is shown; a parent that is absent shows where something was said last. */
export type Choices = Readonly<Record<string, string>>;

/** When something was said last in each message's branch, by id. */
function lastSaid(messages: readonly Message[]): Map<string, string> {
  const last = new Map<string, string>();
  // what follows comes before what it follows, also where both are of one moment
  const latestFirst = messages.toReversed().toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  for (const { id, parentId, createdAt } of latestFirst) {
    const own = last.get(id) ?? createdAt;
    last.set(id, own);
    if (parentId && own > (last.get(parentId) ?? '')) last.set(parentId, own);
  }
  return last;
}

/** The oldest message that is there of those that lead to where something was said last. */
function topOfLatest(messages: readonly Message[]): Message | undefined {
  const known = new Map(messages.map((message) => [message.id, message]));
  let top = messages.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)).at(-1);
  for (let next = top; next; next = known.get(next.parentId ?? ROOT)) top = next;
  return top;
}

/**
 * The path from the first question to the last answer through the chosen branches. Of a conversation that is not read to
 * its beginning, it starts in the branch of what was said last; the siblings of its first are shown when that is known.
 */
export function visiblePath(messages: readonly Message[], choices: Choices, whole = true): Turn[] {
  const last = lastSaid(messages);
  const children = new Map<string, Message[]>();
  for (const message of messages) {
    const parent = message.parentId ?? ROOT;
    children.set(parent, [...(children.get(parent) ?? []), message]);
  }
  for (const siblings of children.values()) siblings.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const top = whole ? undefined : topOfLatest(messages);
  const path: Turn[] = top ? [{ message: top, position: 1, count: 1, siblings: [top.id] }] : [];
  for (let parent = top?.id ?? ROOT; ;) {
    const siblings = children.get(parent);
    const message =
      siblings?.find(({ id }) => id === choices[parent]) ??
      siblings?.reduce((latest, each) => (last.get(each.id)! < last.get(latest.id)! ? latest : each));
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
