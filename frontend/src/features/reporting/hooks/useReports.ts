import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PutReportChannel } from '@/lib/api/types';
import {
  deleteChannel,
  listAlerts,
  listChannels,
  listDeliveries,
  listReports,
  putChannel,
  retryDelivery,
  testChannel,
} from '../api/administration';

const pages = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { nextCursor?: string }) => page.nextCursor,
};

export const useScheduledReports = () =>
  useInfiniteQuery({
    ...pages,
    queryKey: ['reports'],
    queryFn: ({ pageParam }) => listReports(pageParam),
  });

export const useBudgetAlerts = () =>
  useInfiniteQuery({ ...pages, queryKey: ['alerts'], queryFn: ({ pageParam }) => listAlerts(pageParam) });

export const useDeliveries = () =>
  useInfiniteQuery({
    ...pages,
    queryKey: ['deliveries'],
    queryFn: ({ pageParam }) => listDeliveries(pageParam),
  });

export const useChannels = () => useQuery({ queryKey: ['channels'], queryFn: listChannels });

/** What an administrator does with channels and with what they carry. */
export function useChannelChanges() {
  const client = useQueryClient();
  const refresh = () =>
    Promise.all(['channels', 'deliveries'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  return {
    put: useMutation({
      mutationFn: ({ id, channel }: { id: string; channel: PutReportChannel }) => putChannel(id, channel),
      onSuccess: refresh,
    }),
    remove: useMutation({ mutationFn: deleteChannel, onSuccess: refresh }),
    test: useMutation({ mutationFn: testChannel }),
    retry: useMutation({ mutationFn: retryDelivery, onSettled: refresh }),
  };
}
