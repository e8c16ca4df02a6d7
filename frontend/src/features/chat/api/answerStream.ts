import { authorizedFetch } from '@/lib/api/client';
import { ProblemError, toProblem } from '@/lib/api/problem';
import type { AnswerEvent } from '@/lib/api/types';
import { readEvents } from '@/lib/sse';

/** The server sends a heartbeat each second: this long without one means that the connection is dead. */
const SILENCE_MS = 8_000;
const RETRY_MS = [300, 700, 1_500, 3_000, 5_000, 8_000];

interface Progress {
  lastId?: string | undefined;
  answerId?: string | undefined;
  ended: boolean;
}

export interface AnswerStream {
  conversationId: string;
  /** Opens the stream the first time: ask or regenerate; absent when an answer is only joined. */
  open?: ((signal: AbortSignal) => Promise<Response>) | undefined;
  /** The answer to join, when it is already being written. */
  answerId?: string | undefined;
  onEvent: (event: AnswerEvent) => void;
  onReconnecting?: (reconnecting: boolean) => void;
}

async function consume(
  response: Response,
  progress: Progress,
  abort: AbortController,
  onEvent: (event: AnswerEvent) => void,
): Promise<void> {
  if (!response.ok || !response.body)
    throw toProblem(await response.json().catch(() => undefined), response.status);
  let alarm: ReturnType<typeof setTimeout> | undefined;
  const alive = () => {
    clearTimeout(alarm);
    alarm = setTimeout(() => abort.abort(), SILENCE_MS);
  };
  alive();
  try {
    for await (const { id, data } of readEvents(response.body, alive)) {
      alive();
      const event = JSON.parse(data) as AnswerEvent;
      if (event.kind === 'started') progress.answerId = event.answerId;
      progress.lastId = id ?? progress.lastId;
      progress.ended = event.kind === 'completed' || event.kind === 'failed';
      onEvent(event);
      if (progress.ended) return;
    }
  } finally {
    clearTimeout(alarm);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Follows an answer to its end; a dropped connection is taken up again after the last event that arrived. */
export async function followAnswer(stream: AnswerStream): Promise<void> {
  const progress: Progress = { ended: false, answerId: stream.answerId };
  const resume = (signal: AbortSignal) =>
    authorizedFetch(`/v1/conversations/${stream.conversationId}/messages/${progress.answerId}/stream`, {
      signal,
      headers: {
        Accept: 'text/event-stream',
        ...(progress.lastId ? { 'Last-Event-ID': progress.lastId } : {}),
      },
    });
  let failures = 0;
  for (let open = stream.open ?? resume; ; open = resume) {
    const abort = new AbortController();
    try {
      await consume(await open(abort.signal), progress, abort, (event) => {
        failures = 0;
        stream.onReconnecting?.(false);
        stream.onEvent(event);
      });
    } catch (error) {
      // A refusal is final; a busy gateway and a lost connection are not.
      if (error instanceof ProblemError && error.problem.status < 500) throw error;
      if (!progress.answerId || progress.ended) throw error;
    }
    if (progress.ended) return;
    if (!progress.answerId || failures >= RETRY_MS.length) throw toProblem(undefined, 0);
    stream.onReconnecting?.(true);
    await pause(RETRY_MS[failures++]!);
  }
}
