import type { QueryClient } from '@tanstack/react-query';
import { ProblemError, toProblem } from '@/lib/api/problem';
import type { AnswerAction, AnswerEvent, Citation, Message } from '@/lib/api/types';
import { changeNewest, putMessages, type ConversationPages } from '@/lib/conversationPages';
import { giveBack } from '@/lib/drafts';
import type { FormValues } from '@/lib/formValues';
import type { Shown } from '@/lib/pictures';
import { perFrame } from '@/lib/perFrame';
import { createStore } from '@/lib/store';
import { followAnswer, type AnswerStream } from './answerStream';
import { showBranch } from './branches';

export interface Notice {
  code: string;
  message: string;
}

/** An answer on its way, shown over what the server has stored. */
export interface LiveAnswer {
  phase: 'opening' | 'streaming' | 'reconnecting' | 'stopping' | 'failed';
  /** The question as typed, until the server has stored it. */
  asked?: {
    text: string;
    parentId?: string | undefined;
    pictures?: readonly Shown[] | undefined;
    form?: FormValues | undefined;
  };
  answerId?: string;
  /** Sends again what was sent: nothing is asked twice when only its answer was lost. */
  open?: AnswerStream['open'];
  text: string;
  citations: Citation[];
  /** What the tool wants to do or did outside, each as it stands. */
  actions?: readonly AnswerAction[];
  problem?: ProblemError;
}

/** What a reader is told about how an answer came to be, by answer; for as long as the page lives. */
export const notices = createStore<Readonly<Record<string, readonly Notice[]>>>({});

/** By conversation, so that an answer goes on while its reader looks elsewhere. */
export const liveAnswers = createStore<Readonly<Record<string, LiveAnswer>>>({});

function patch(conversationId: string, change: Partial<LiveAnswer>): void {
  const all = liveAnswers.get();
  const live = all[conversationId];
  if (live) liveAnswers.set({ ...all, [conversationId]: { ...live, ...change } });
}

export function clearLiveAnswer(conversationId: string): void {
  const { [conversationId]: _, ...rest } = liveAnswers.get();
  liveAnswers.set(rest);
}

export const markStopping = (conversationId: string) => patch(conversationId, { phase: 'stopping' });

/** The wish to stop did not arrive: it can be wished again. */
export function stopFailed(conversationId: string): void {
  if (liveAnswers.get()[conversationId]?.phase === 'stopping') patch(conversationId, { phase: 'streaming' });
}

function store(client: QueryClient, conversationId: string, ...messages: Message[]): void {
  client.setQueryData<ConversationPages>(
    ['conversation', conversationId],
    (read) => read && putMessages(read, messages),
  );
}

function entitle(client: QueryClient, conversationId: string, title: string): void {
  client.setQueryData<ConversationPages>(
    ['conversation', conversationId],
    (read) =>
      read &&
      changeNewest(read, (newest) => ({ ...newest, conversation: { ...newest.conversation, title } })),
  );
  void client.invalidateQueries({ queryKey: ['conversations'] });
}

const placeholder = (id: string, question: Message): Message => ({
  id,
  parentId: question.id,
  role: 'assistant',
  text: '',
  status: 'streaming',
  citations: [],
  // an id begins with the milliseconds of its making, by the server's clock
  createdAt: new Date(parseInt(id.replace('-', '').slice(0, 12), 16)).toISOString(),
});

function handlerOf(client: QueryClient, conversationId: string): (event: AnswerEvent) => void {
  let text = '';
  const flush = perFrame(() => patch(conversationId, { text }));
  return (event) => {
    switch (event.kind) {
      case 'started': {
        const { question, answerId } = event;
        text = '';
        store(client, conversationId, question, placeholder(answerId, question));
        showBranch(conversationId, question.parentId, question.id);
        showBranch(conversationId, question.id, answerId);
        const all = liveAnswers.get();
        const { asked: _, ...live } = all[conversationId]!;
        liveAnswers.set({
          ...all,
          [conversationId]: { ...live, phase: 'streaming', answerId, text, citations: [], actions: [] },
        });
        notices.set({ ...notices.get(), [answerId]: [] });
        if (event.title) entitle(client, conversationId, event.title);
        return;
      }
      case 'sources':
        return patch(conversationId, { citations: event.citations });
      case 'notice': {
        const id = liveAnswers.get()[conversationId]?.answerId ?? '';
        const { code, message } = event;
        return notices.set({ ...notices.get(), [id]: [...(notices.get()[id] ?? []), { code, message }] });
      }
      case 'action': {
        const before = liveAnswers.get()[conversationId]?.actions ?? [];
        return patch(conversationId, {
          actions: [...before.filter(({ id }) => id !== event.id), event],
        });
      }
      case 'delta':
        text += event.text;
        return flush();
      case 'completed':
        store(client, conversationId, event.answer);
        return;
      case 'failed':
        throw toProblem(event.problem, event.problem.status);
    }
  };
}

/** A stored answer says itself why it failed; a question that was not taken goes back to where it was written. */
async function showFailure(client: QueryClient, conversationId: string, problem: ProblemError) {
  const { asked, answerId } = liveAnswers.get()[conversationId] ?? {};
  if (asked && problem.problem.status === 401) {
    giveBack(conversationId, asked.text);
    return clearLiveAnswer(conversationId);
  }
  // whoever was chosen is gone: the picker looks again
  if (problem.problem.code === 'model_not_found') void client.invalidateQueries({ queryKey: ['models'] });
  patch(conversationId, { phase: 'failed', problem });
  const queryKey = ['conversation', conversationId];
  await client.invalidateQueries({ queryKey });
  const stored = client
    .getQueryData<ConversationPages>(queryKey)
    ?.pages.flatMap(({ messages }) => messages)
    .find(({ id }) => id === answerId);
  if (stored && stored.status !== 'streaming') clearLiveAnswer(conversationId);
}

/** Starts or joins an answer; resolves when it has ended, however it ended. */
export async function runAnswer(
  client: QueryClient,
  conversationId: string,
  stream: Pick<AnswerStream, 'open' | 'answerId'>,
  asked?: LiveAnswer['asked'],
): Promise<void> {
  const live: LiveAnswer = {
    phase: stream.open ? 'opening' : 'streaming',
    text: '',
    citations: [],
    ...(asked ? { asked } : {}),
    ...(stream.answerId ? { answerId: stream.answerId } : {}),
    ...(stream.open ? { open: stream.open } : {}),
  };
  liveAnswers.set({ ...liveAnswers.get(), [conversationId]: live });
  try {
    await followAnswer({
      ...stream,
      conversationId,
      onEvent: handlerOf(client, conversationId),
      onReconnecting: (reconnecting) => {
        const { phase } = liveAnswers.get()[conversationId] ?? {};
        if (phase === 'stopping') return;
        if (reconnecting !== (phase === 'reconnecting'))
          patch(conversationId, { phase: reconnecting ? 'reconnecting' : 'streaming' });
      },
    });
    clearLiveAnswer(conversationId);
  } catch (error) {
    await showFailure(
      client,
      conversationId,
      error instanceof ProblemError ? error : toProblem(undefined, 0),
    );
  }
  void client.invalidateQueries({ queryKey: ['conversations'] });
}
