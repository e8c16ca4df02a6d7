import { api, authorizedFetch, data, intentKey } from '@/lib/api/client';
import type { FormValues } from '@/lib/formValues';
import type { Shown } from '@/lib/pictures';

const messages = (conversationId: string) => `/v1/conversations/${conversationId}/messages`;
const streaming = { Accept: 'text/event-stream' };

/** A question to a model, or to whom the company or the tool says. Sent twice, it is the same question still. */
export function ask(
  conversationId: string,
  model: string | undefined,
  text: string,
  parentId?: string,
  pictures?: readonly Shown[],
  form?: FormValues,
) {
  const key = intentKey();
  let images: string[] | undefined;
  let inputs: unknown;
  return async (signal: AbortSignal) => {
    if (pictures?.length)
      images ??= await (await import('./pictures')).uploadPictures(conversationId, pictures);
    if (form) inputs ??= await (await import('./forms')).filledInputs(conversationId, form);
    return authorizedFetch(messages(conversationId), {
      method: 'POST',
      signal,
      headers: { ...streaming, 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(form ? { inputs, model } : { text, parentId, model, images }),
    });
  };
}

export const regenerate =
  (conversationId: string, model: string | undefined, messageId: string) => (signal: AbortSignal) =>
    authorizedFetch(`${messages(conversationId)}/${messageId}/regenerate${model ? `?model=${model}` : ''}`, {
      method: 'POST',
      signal,
      headers: streaming,
    });

export const stopAnswer = (conversationId: string, messageId: string) =>
  data(
    api.POST('/v1/conversations/{conversationId}/messages/{messageId}/stop', {
      params: { path: { conversationId, messageId } },
    }),
  );

export const rateAnswer = (
  conversationId: string,
  messageId: string,
  rating: 'up' | 'down',
  comment?: string,
) =>
  data(
    api.PUT('/v1/conversations/{conversationId}/messages/{messageId}/feedback', {
      params: { path: { conversationId, messageId } },
      body: { rating, ...(comment ? { comment } : {}) },
    }),
  );

export const withdrawRating = (conversationId: string, messageId: string) =>
  data(
    api.DELETE('/v1/conversations/{conversationId}/messages/{messageId}/feedback', {
      params: { path: { conversationId, messageId } },
    }),
  );
