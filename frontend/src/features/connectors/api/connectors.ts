import { api, data, intentKey } from '@/lib/api/client';
import type { ConnectorDraft } from '@/lib/api/types';

const at = (connectorId: string) => ({ params: { path: { connectorId } } });

export const listConnectors = (collectionId: string) =>
  data(api.GET('/v1/collections/{collectionId}/connectors', { params: { path: { collectionId } } }));

export const createConnector = (collectionId: string, body: ConnectorDraft) =>
  data(
    api.POST('/v1/collections/{collectionId}/connectors', {
      params: { path: { collectionId }, header: { 'Idempotency-Key': intentKey() } },
      body,
    }),
  );

export const updateConnector = (connectorId: string, { name, everyMinutes, source }: ConnectorDraft) =>
  data(api.PUT('/v1/connectors/{connectorId}', { ...at(connectorId), body: { name, everyMinutes, source } }));

export const deleteConnector = (connectorId: string) =>
  data(api.DELETE('/v1/connectors/{connectorId}', at(connectorId)));

export const runConnector = (connectorId: string) =>
  data(api.POST('/v1/connectors/{connectorId}/run', at(connectorId)));

export const pauseConnector = (connectorId: string, paused: boolean) =>
  data(api.PUT('/v1/connectors/{connectorId}/pause', { ...at(connectorId), body: { paused } }));

export const listProblems = (connectorId: string, cursor?: string) =>
  data(
    api.GET('/v1/connectors/{connectorId}/problems', {
      params: { path: { connectorId }, query: { limit: 50, ...(cursor ? { cursor } : {}) } },
    }),
  );
