import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Connector, ConnectorDraft } from '@/lib/api/types';
import { isDue } from '@/lib/connectorDue';
import {
  createConnector,
  deleteConnector,
  listConnectors,
  listProblems,
  pauseConnector,
  runConnector,
  updateConnector,
} from '../api/connectors';

const isBusy = (connector: Connector) =>
  connector.state === 'running' || connector.state === 'silent' || isDue(connector);

/** A collection's connectors; asked for again and again while one is at work. */
export function useConnectors(collectionId: string) {
  return useQuery({
    queryKey: ['connectors', collectionId],
    queryFn: () => listConnectors(collectionId),
    refetchInterval: ({ state }) => (state.data?.items.some(isBusy) ? 3_000 : 30_000),
  });
}

export function useConnectorChanges(collectionId: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['connectors', collectionId] });
  return {
    save: useMutation({
      mutationFn: ({ id, draft }: { id?: string; draft: ConnectorDraft }) =>
        id ? updateConnector(id, draft) : createConnector(collectionId, draft),
      onSuccess,
    }),
    run: useMutation({ mutationFn: (id: string) => runConnector(id), onSuccess }),
    pause: useMutation({
      mutationFn: ({ id, paused }: { id: string; paused: boolean }) => pauseConnector(id, paused),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: (id: string) => deleteConnector(id), onSuccess }),
  };
}

/** What a connector could not read, or left out. */
export function useConnectorProblems(connectorId: string) {
  return useInfiniteQuery({
    queryKey: ['connectorProblems', connectorId],
    queryFn: ({ pageParam }) => listProblems(connectorId, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
