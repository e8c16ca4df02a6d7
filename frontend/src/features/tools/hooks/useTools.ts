import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '@/lib/api/problem';
import type { Tool, ToolDraft } from '@/lib/api/types';
import {
  createTool,
  deleteTool,
  getTool,
  listReleases,
  listTools,
  retireTool,
  submitTool,
  updateTool,
  withdrawTool,
} from '../api/tools';

const EVALUATING_MS = 2_000;
const RELEASING_MS = 1_500;
const WAITING_MS = 15_000;
const PACE: Partial<Record<Tool['status'], number>> = {
  EVALUATING: EVALUATING_MS,
  APPROVED: RELEASING_MS,
  RELEASING: RELEASING_MS,
  SUBMITTED: WAITING_MS,
};

const pages = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { nextCursor?: string }) => page.nextCursor,
};

/** The tools that the person may edit. */
export const useTools = () =>
  useInfiniteQuery({
    ...pages,
    queryKey: ['tools', 'list'],
    queryFn: ({ pageParam }) => listTools(pageParam),
  });

/** A tool as it is being made; followed while it waits for others. */
export const useTool = (toolId: string) =>
  useQuery({
    queryKey: ['tools', 'one', toolId],
    queryFn: () => getTool(toolId),
    // a canary may go back by itself
    refetchInterval: ({ state }) =>
      PACE[state.data?.status ?? 'DRAFT'] ?? (state.data?.canary ? WAITING_MS : false),
  });

/** What was released, the newest first; read again when there is a newer one. */
export const useReleases = (toolId: string, newest: number | undefined) =>
  useInfiniteQuery({
    ...pages,
    queryKey: ['tools', 'releases', toolId, newest],
    queryFn: ({ pageParam }) => listReleases(toolId, pageParam),
  });

/** Keeps what the server said of a tool, and lets every list be read again. */
export function useToolChanged() {
  const client = useQueryClient();
  return (tool: Tool) => {
    client.setQueryData(['tools', 'one', tool.id], tool);
    return Promise.all([
      client.invalidateQueries({ queryKey: ['tools', 'list'] }),
      client.invalidateQueries({ queryKey: ['tools', 'gate', tool.id] }),
      client.invalidateQueries({ queryKey: ['reviews'] }),
      client.invalidateQueries({ queryKey: ['store'] }),
    ]);
  };
}

export function useCreateTool() {
  const onSuccess = useToolChanged();
  return useMutation({ mutationFn: (draft: ToolDraft) => createTool(draft), onSuccess });
}

/** Saves over the version that was read; somebody else's save in between is an answer, not an error. What fails is the caller's to tell. */
export function useSaveTool(toolId: string) {
  const changed = useToolChanged();
  return async (version: number, draft: ToolDraft): Promise<Tool | 'conflict'> => {
    try {
      const saved = await updateTool(toolId, version, draft);
      void changed(saved);
      return saved;
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'conflict') return 'conflict';
      throw error;
    }
  };
}

/** What happens to a tool as a whole; where it stands is read again also when it was refused. */
export function useToolSteps(toolId: string) {
  const client = useQueryClient();
  const onSuccess = useToolChanged();
  const onError = () => client.invalidateQueries({ queryKey: ['tools', 'one', toolId] });
  return {
    submit: useMutation({
      mutationFn: ({ version, note, percent }: { version: number; note: string; percent: number }) =>
        submitTool(toolId, version, note, percent),
      onSuccess,
      onError,
    }),
    withdraw: useMutation({ mutationFn: () => withdrawTool(toolId), onSuccess, onError }),
    retire: useMutation({ mutationFn: () => retireTool(toolId), onSuccess, onError }),
    remove: useMutation({
      mutationFn: () => deleteTool(toolId),
      onSuccess: () => {
        client.removeQueries({ queryKey: ['tools', 'one', toolId] });
        return client.invalidateQueries({ queryKey: ['tools', 'list'] });
      },
      onError,
    }),
  };
}
