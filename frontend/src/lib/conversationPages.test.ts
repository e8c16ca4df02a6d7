import { expect, it } from 'vitest';
import type { Message } from './api/types';
import { messagesOf, newPages, putMessages } from './conversationPages';

const message = (id: string, text = id): Message => ({
  id,
  role: 'user',
  text,
  status: 'complete',
  citations: [],
  createdAt: '2026-11-28T00:00:00Z',
});
const conversation = {
  id: 'c',
  title: '',
  collectionIds: [],
  confidential: false,
  createdAt: '2026-11-28T00:00:00Z',
  updatedAt: '2026-11-28T00:00:00Z',
};

it('changes a message in the page where it stands and adds a new one at the end', () => {
  const newest = newPages({ conversation, messages: [message('3'), message('4')], nextCursor: 'x' });
  const read = {
    pages: [...newest.pages, { conversation, messages: [message('1'), message('2')] }],
    pageParams: [undefined, 'x'],
  };
  const put = putMessages(read, [message('2', 'changed'), message('5')]);
  expect(messagesOf(put).map(({ text }) => text)).toEqual(['1', 'changed', '3', '4', '5']);
  expect(put.pages.map(({ messages }) => messages.length)).toEqual([3, 2]);
  expect(messagesOf(read).map(({ text }) => text)).toEqual(['1', '2', '3', '4']);
});
