import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Tool } from '@/lib/api/types';
import { getCanary, rollBack, setCanary } from '../api/rollout';
import { useToolChanged } from './useTools';

const JUDGED_MS = 15_000;

/** How a canary fares; looked at while it is open, for every answer judges it. */
export const useCanary = ({ id, canary }: Tool) =>
  useQuery({
    queryKey: ['tools', 'canary', id, canary?.number, canary?.percent],
    queryFn: () => getCanary(id),
    enabled: !!canary,
    refetchInterval: JUDGED_MS,
  });

/** Which release people use; where it stands is read again also when it was refused. */
export function useRollout(toolId: string) {
  const client = useQueryClient();
  const changed = useToolChanged();
  const again = () =>
    Promise.all(
      [
        ['tools', 'one', toolId],
        ['tools', 'releases', toolId],
        ['tools', 'history', toolId],
      ].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
  const onSuccess = async (tool: Tool) => {
    await changed(tool);
    await again();
  };
  return {
    widen: useMutation({
      mutationFn: ({ number, percent }: { number: number; percent: number }) =>
        setCanary(toolId, number, percent),
      onSuccess,
      onError: again,
    }),
    back: useMutation({
      mutationFn: ({ from, to }: { from: number; to?: number | undefined }) => rollBack(toolId, from, to),
      onSuccess,
      onError: again,
    }),
  };
}
