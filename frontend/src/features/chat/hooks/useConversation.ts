import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ConversationDetail, Verdict } from '@/lib/api/types';
import { chooseSibling, visiblePath, type Turn } from '@/lib/messageTree';
import { chosenModel } from '@/lib/chosenModel';
import type { FormValues } from '@/lib/formValues';
import { takePictures, type Shown } from '@/lib/pictures';
import { useStore } from '@/lib/store';
import { ask, rateAnswer, regenerate, stopAnswer, withdrawRating } from '../api/answers';
import { branches, NO_CHOICES, setBranches } from '../api/branches';
import { createConversation, getConversation } from '../api/conversations';
import {
  clearLiveAnswer,
  liveAnswers,
  markStopping,
  notices,
  runAnswer,
  stopFailed,
} from '../api/liveAnswers';

const NO_MESSAGES: ConversationDetail['messages'] = [];

/** One conversation: its visible path, the answer on its way, and what can be done with it. */
export function useConversation(id: string | undefined) {
  const client = useQueryClient();
  const key = ['conversation', id];
  const query = useQuery({ queryKey: key, enabled: !!id, queryFn: () => getConversation(id!) });
  const live = useStore(liveAnswers)[id ?? ''];
  const told = useStore(notices);
  const choices = useStore(branches)[id ?? ''] ?? NO_CHOICES;
  const messages = query.data?.messages ?? NO_MESSAGES;
  const path = useMemo(() => visiblePath(messages, choices), [messages, choices]);

  // An answer that was being written when the page was left or reloaded is joined again.
  const unfinished = messages.find(({ status, role }) => role === 'assistant' && status === 'streaming')?.id;
  useEffect(() => {
    if (!id || !unfinished || liveAnswers.get()[id]) return;
    void runAnswer(client, id, { answerId: unfinished }).then(() =>
      client.invalidateQueries({ queryKey: ['conversation', id] }),
    );
  }, [client, id, unfinished]);

  const toolId = query.data?.conversation.toolId;
  // who answers for a tool is part of the tool
  const chosen = () => (toolId ? undefined : chosenModel.get());

  return {
    id,
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
      client.setQueryData<ConversationDetail>(
        key,
        (detail) =>
          detail && {
            ...detail,
            messages: detail.messages.map((message) => {
              if (message.id !== answerId) return message;
              const { feedback: _, feedbackComment: __, ...unrated } = message;
              return rating
                ? { ...unrated, feedback: rating, ...(comment ? { feedbackComment: comment } : {}) }
                : unrated;
            }),
          },
      );
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
    client.setQueryData<ConversationDetail>(['conversation', conversation.id], {
      conversation,
      messages: [],
    });
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
