import type { ServerResponse } from 'node:http';
import type { components } from '../../src/lib/api/schema';
import { ANSWER, citations, id } from './data';

type Schemas = components['schemas'];

const now = () => new Date().toISOString();
let last = 1000;
export const nextId = () => id(++last);

export const conversations = new Map<string, Schemas['ConversationDetail']>();
const events = new Map<string, Schemas['AnswerEvent'][]>();
const listeners = new Map<string, Set<() => void>>();
const stopped = new Set<string>();

export const stop = (answerId: string) => stopped.add(answerId);

export function seed(title: string, question: string): void {
  const conversation = {
    id: nextId(),
    title,
    collectionIds: [],
    confidential: false,
    createdAt: now(),
    updatedAt: now(),
  };
  const asked: Schemas['Message'] = {
    id: nextId(),
    role: 'user',
    text: question,
    status: 'complete',
    citations: [],
    createdAt: now(),
  };
  const answer: Schemas['Message'] = {
    ...asked,
    id: nextId(),
    parentId: asked.id,
    role: 'assistant',
    text: ANSWER,
    citations,
    model: 'extractive',
  };
  conversations.set(conversation.id, { conversation, messages: [asked, answer] });
}

/** Writes an answer word by word, as a model would, whoever listens. */
export function begin(detail: Schemas['ConversationDetail'], question: Schemas['Message']): string {
  const answer: Schemas['Message'] = {
    id: nextId(),
    parentId: question.id,
    role: 'assistant',
    text: '',
    status: 'streaming',
    citations: [],
    createdAt: now(),
  };
  detail.messages.push(answer);
  detail.conversation.title ||= question.text.slice(0, 40);
  const log: Schemas['AnswerEvent'][] = [
    { kind: 'started', question, answerId: answer.id, title: detail.conversation.title },
  ];
  events.set(answer.id, log);
  const say = (event: Schemas['AnswerEvent']) => {
    log.push(event);
    listeners.get(answer.id)?.forEach((tell) => tell());
  };
  const words = ANSWER.split(/(?<=\s)/);
  setTimeout(() => say({ kind: 'sources', citations }), 300);
  const timer = setInterval(
    () => {
      const word = stopped.has(answer.id) ? undefined : words.shift();
      if (word === undefined) {
        clearInterval(timer);
        Object.assign(answer, { status: stopped.has(answer.id) ? 'stopped' : 'complete', citations });
        say({ kind: 'completed', answer: { ...answer } });
        return;
      }
      answer.text += word;
      if (log.length > 1) say({ kind: 'delta', text: word });
    },
    Number(process.env['MADANG_STANDIN_PACE'] ?? 40),
  );
  return answer.id;
}

/** Sends what has been written after an event, then what comes; `cut` drops the connection after so many events. */
export function stream(response: ServerResponse, answerId: string, after = 0, cut = Infinity): void {
  const log = events.get(answerId);
  if (!log) return void response.writeHead(404).end();
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
  let sent = after;
  const flush = () => {
    while (sent < log.length) {
      const event = log[sent++]!;
      response.write(`id: ${sent}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`);
      if (event.kind === 'completed') response.end();
      if (sent - after >= cut) response.destroy();
    }
  };
  const set = listeners.get(answerId) ?? new Set();
  listeners.set(answerId, set.add(flush));
  response.on('close', () => set.delete(flush));
  flush();
}

export const question = (text: string, parentId?: string): Schemas['Message'] => ({
  id: nextId(),
  ...(parentId ? { parentId } : {}),
  role: 'user',
  text,
  status: 'complete',
  citations: [],
  createdAt: now(),
});
