import { api, data, intentKey } from '@/lib/api/client';

export const listConversations = (query: string, cursor?: string) =>
  data(
    api.GET('/v1/conversations', {
      params: { query: { limit: 50, ...(query ? { query } : {}), ...(cursor ? { cursor } : {}) } },
    }),
  );

/** Its newest messages, or those that the cursor leads to. */
export const getConversation = (conversationId: string, cursor?: string) =>
  data(
    api.GET('/v1/conversations/{conversationId}', {
      params: { path: { conversationId }, query: { limit: 50, ...(cursor ? { cursor } : {}) } },
    }),
  );

/** Over the named collections, over all when none is named, or with a tool, which has its own. */
export const createConversation = (
  scope: { collectionIds: string[] } | { toolId: string; draft?: boolean },
) =>
  data(
    api.POST('/v1/conversations', {
      params: { header: { 'Idempotency-Key': intentKey() } },
      body: 'toolId' in scope || scope.collectionIds.length ? scope : {},
    }),
  );

export const renameConversation = (conversationId: string, title: string) =>
  data(
    api.PATCH('/v1/conversations/{conversationId}', {
      params: { path: { conversationId } },
      body: { title },
    }),
  );

export const deleteConversation = (conversationId: string) =>
  data(api.DELETE('/v1/conversations/{conversationId}', { params: { path: { conversationId } } }));
