import { api, data, intentKey } from '@/lib/api/client';

export const listConversations = (query: string, cursor?: string) =>
  data(
    api.GET('/v1/conversations', {
      params: { query: { limit: 50, ...(query ? { query } : {}), ...(cursor ? { cursor } : {}) } },
    }),
  );

export const getConversation = (conversationId: string) =>
  data(api.GET('/v1/conversations/{conversationId}', { params: { path: { conversationId } } }));

export const createConversation = (collectionIds: string[]) =>
  data(
    api.POST('/v1/conversations', {
      params: { header: { 'Idempotency-Key': intentKey() } },
      body: collectionIds.length ? { collectionIds } : {},
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
