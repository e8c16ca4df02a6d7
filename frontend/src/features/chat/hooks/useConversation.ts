import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Message, Verdict } from '@/lib/api/types';
import { messagesOf, newPages, putMessages, type ConversationPages } from '@/lib/conversationPages';
import { chooseSibling, visiblePath, type Turn } from '@/lib/messageTree';
import { chosenModel } from '@/lib/chosenModel';
import type { FormValues } from '@/lib/formValues';
import { takePictures, type Shown } from '@/lib/pictures';
import { useStore } from '@/lib/store';
import { ask, rateAnswer, regenerate, stopAnswer, withdrawRating } from '../api/answers';
import { branches, forgetBranchesAbove, NO_CHOICES, setBranches } from '../api/branches';
import { createConversation, getConversation } from '../api/conversations';
import {
  clearLiveAnswer,
  liveAnswers,
  markStopping,
  notices,
  runAnswer,
  stopFailed,
} from '../api/liveAnswers';

const NO_MESSAGES: Message[] = [];

/** One conversation: its visible path, the answer on its way, and what can be done with it. */
export function useConversation(id: string | undefined) {
  const client = useQueryClient();
  const key = ['conversation', id];
  const query = useInfiniteQuery({
    queryKey: key,
    enabled: !!id,
    queryFn: ({ pageParam }) => getConversation(id!, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const { data, hasNextPage } = query;
  const live = useStore(liveAnswers)[id ?? ''];
  const told = useStore(notices);
  const choices = useStore(branches)[id ?? ''] ?? NO_CHOICES;
  const messages = useMemo(() => (data ? messagesOf(data) : NO_MESSAGES), [data]);
  const path = useMemo(() => visiblePath(messages, choices, !hasNextPage), [messages, choices, hasNextPage]);
  const begun = data?.pages.length === 1 && hasNextPage;
  useEffect(() => {
    if (id && begun) forgetBranchesAbove(id, messages);
  }, [id, begun, messages]);

  // An answer that was being written when the page was left or reloaded is joined again.
  const unfinished = messages.find(({ status, role }) => role === 'assistant' && status === 'streaming')?.id;
  useEffect(() => {
    if (!id || !unfinished || liveAnswers.get()[id]) return;
    void runAnswer(client, id, { answerId: unfinished }).then(() =>
      client.invalidateQueries({ queryKey: ['conversation', id] }),
    );
  }, [client, id, unfinished]);

  const detail = data?.pages[0]?.conversation;
  const toolId = detail?.toolId;
  // who answers for a tool is part of the tool
  const chosen = () => (toolId ? undefined : chosenModel.get());

  return {
    id,
    detail,
    toolId,
    query,
    path,
    live,
    told,
    showSibling: (turn: Turn, step: -1 | 1) => id && setBranches(id, chooseSibling(choices, turn, step)),
    ask: (text: string, parentId?: string, pictures?: readonly Shown[], form?: FormValues) => {
      if (id)
        void runAnswer(
          client,
          id,
          { open: ask(id, chosen(), text, parentId, pictures, form) },
          { text, parentId, pictures, form },
        );
    },
    regenerate: (answerId: string, model?: string) => {
      if (id) void runAnswer(client, id, { open: regenerate(id, model ?? chosen(), answerId) });
    },
    stop: () => {
      if (!id || !live?.answerId) return;
      markStopping(id);
      void stopAnswer(id, live.answerId).catch(() => stopFailed(id));
    },
    /** Asks again what was not taken, or joins an answer again that was lost. */
    tryAgain: () => {
      if (!id || !live) return;
      const { asked, answerId, open, problem } = live;
      // what was refused is asked anew, perhaps of another model; what was lost is the same question
      const lost = problem?.code === 'offline';
      if (asked && !lost)
        void runAnswer(
          client,
          id,
          { open: ask(id, chosen(), asked.text, asked.parentId, asked.pictures, asked.form) },
          asked,
        );
      else if (answerId) void runAnswer(client, id, { answerId });
      else if (open) void runAnswer(client, id, { open }, asked);
    },
    rate: async (answerId: string, rating: Verdict | null, comment?: string) => {
      if (!id) return;
      await (rating ? rateAnswer(id, answerId, rating, comment) : withdrawRating(id, answerId));
      client.setQueryData<ConversationPages>(key, (read) => {
        const answer = read && messagesOf(read).find((message) => message.id === answerId);
        if (!answer) return read;
        const { feedback: _, feedbackComment: __, ...unrated } = answer;
        return putMessages(read, [
          rating
            ? { ...unrated, feedback: rating, ...(comment ? { feedbackComment: comment } : {}) }
            : unrated,
        ]);
      });
    },
    dismiss: () => id && clearLiveAnswer(id),
  };
}

/** Begins a conversation with its first question and gives its id as soon as it exists. */
export function useBeginConversation() {
  const client = useQueryClient();
  return async (
    text: string,
    scope: Parameters<typeof createConversation>[0],
    form?: FormValues,
  ): Promise<string> => {
    const conversation = await createConversation(scope);
    client.setQueryData<ConversationPages>(
      ['conversation', conversation.id],
      newPages({ conversation, messages: [] }),
    );
    const pictures = form ? undefined : takePictures('new');
    void runAnswer(
      client,
      conversation.id,
      {
        open: ask(
          conversation.id,
          conversation.toolId ? undefined : chosenModel.get(),
          text,
          undefined,
          pictures,
          form,
        ),
      },
      { text, pictures, form },
    );
    return conversation.id;
  };
}
