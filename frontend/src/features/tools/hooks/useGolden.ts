import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { GoldenDraft, ToolGate } from '@/lib/api/types';
import { gatePace } from '@/lib/goldenText';
import {
  addGoldenQuestion,
  changeGoldenQuestion,
  deleteGoldenQuestion,
  getToolGate,
  importGoldenQuestions,
  listGoldenQuestions,
  putToolGate,
  startEvaluation,
} from '../api/golden';

const gateKey = (toolId: string) => ['tools', 'gate', toolId];
const listKey = (toolId: string) => ['tools', 'golden', toolId];

/** How a tool stands to its golden questions; followed while they are being asked. */
export const useToolGate = (toolId: string, enabled = true) =>
  useQuery({
    queryKey: gateKey(toolId),
    queryFn: () => getToolGate(toolId),
    enabled,
    refetchInterval: ({ state }) => gatePace(state.data),
  });

export const useGoldenQuestions = (toolId: string) =>
  useInfiniteQuery({
    queryKey: listKey(toolId),
    queryFn: ({ pageParam }) => listGoldenQuestions(toolId, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });

/** What editors do with golden questions. What fails of `save` and `take` is the caller's to tell, beside what was written. */
export function useGoldenChanges(toolId: string) {
  const client = useQueryClient();
  const again = () =>
    Promise.all([listKey(toolId), gateKey(toolId)].map((queryKey) => client.invalidateQueries({ queryKey })));
  const onSuccess = (gate: ToolGate) => client.setQueryData(gateKey(toolId), gate);
  return {
    /** A new question when there is no id. */
    save: async (draft: GoldenDraft, questionId?: string) => {
      const saved = await (questionId
        ? changeGoldenQuestion(toolId, questionId, draft)
        : addGoldenQuestion(toolId, draft));
      void again();
      return saved;
    },
    /** Takes all rows of a CSV, or none. */
    take: async (csv: string) => {
      const { added } = await importGoldenQuestions(toolId, csv);
      void again();
      return added;
    },
    remove: useMutation({
      mutationFn: (questionId: string) => deleteGoldenQuestion(toolId, questionId),
      onSettled: again,
    }),
    setThreshold: useMutation({
      mutationFn: (threshold: number) => putToolGate(toolId, threshold),
      onSuccess,
    }),
    evaluate: useMutation({
      mutationFn: (compare: boolean) => startEvaluation(toolId, compare),
      onSuccess,
      onError: again,
    }),
  };
}
