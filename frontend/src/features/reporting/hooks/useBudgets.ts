import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PutBudget } from '@/lib/api/types';
import {
  deleteBudget,
  listBudgets,
  listLeases,
  listRates,
  putBudget,
  putRate,
  releaseLease,
} from '../api/administration';

export const useBudgets = () => useQuery({ queryKey: ['budgets'], queryFn: listBudgets });
export const useLeases = () => useQuery({ queryKey: ['leases'], queryFn: listLeases });
export const useRates = () => useQuery({ queryKey: ['rates'], queryFn: listRates });

function useChange<T>(change: (value: T) => Promise<unknown>, ...keys: string[]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}

export const usePutBudget = () =>
  useChange(({ id, budget }: { id: string; budget: PutBudget }) => putBudget(id, budget), 'budgets', 'usage');
export const useDeleteBudget = () => useChange(deleteBudget, 'budgets', 'usage');
export const useReleaseLease = () => useChange(releaseLease, 'leases', 'budgets');
export const usePutRate = () =>
  useChange(
    ({ currency, rate, source }: { currency: string; rate: number; source: string }) =>
      putRate(currency, rate, source),
    'rates',
  );
