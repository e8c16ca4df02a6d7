import { api, data } from '@/lib/api/client';
import type { AnswerAction } from '@/lib/api/types';

/** The person's word for one call with these arguments. */
export const decideAction = (
  conversationId: string,
  messageId: string,
  action: Pick<AnswerAction, 'id' | 'hash'>,
  allow: boolean,
) =>
  data(
    api.POST('/v1/conversations/{conversationId}/messages/{messageId}/actions/{actionId}', {
      params: { path: { conversationId, messageId, actionId: action.id } },
      body: { hash: action.hash, allow },
    }),
  );
