import type { InfiniteData } from '@tanstack/react-query';
import type { ConversationDetail, Message } from './api/types';

/** What was read of a conversation, the newest page first. */
export type ConversationPages = InfiniteData<ConversationDetail, string | undefined>;

/** What was just begun, and holds nothing yet. */
export const newPages = (detail: ConversationDetail): ConversationPages => ({
  pages: [detail],
  pageParams: [undefined],
});

/** Oldest first. */
export const messagesOf = ({ pages }: Pick<ConversationPages, 'pages'>): Message[] =>
  pages.toReversed().flatMap((page) => page.messages);

/** With the newest page changed; its conversation is the one that is shown. */
export const changeNewest = (
  read: ConversationPages,
  change: (newest: ConversationDetail) => ConversationDetail,
): ConversationPages => ({
  ...read,
  pages: read.pages.map((page, number) => (number === 0 ? change(page) : page)),
});

/** With messages changed where they stand, or added at the end. */
export function putMessages(read: ConversationPages, messages: readonly Message[]): ConversationPages {
  const put = new Map(messages.map((message) => [message.id, message]));
  const pages = read.pages.map((page) => ({
    ...page,
    messages: page.messages.map((message) => {
      const changed = put.get(message.id);
      put.delete(message.id);
      return changed ?? message;
    }),
  }));
  return changeNewest({ ...read, pages }, (newest) => ({
    ...newest,
    messages: [...newest.messages, ...put.values()],
  }));
}
