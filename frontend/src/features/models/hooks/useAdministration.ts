import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ManagedModel, PutModel, PutPolicy, PutProvider, RoutingPolicy } from '@/lib/api/types';
import * as calls from '../api/administration';

export const useProviders = () => useQuery({ queryKey: ['providers'], queryFn: calls.listProviders });
export const useAllModels = (enabled = true) =>
  useQuery({ queryKey: ['all-models'], queryFn: calls.listAllModels, enabled });
export const usePolicies = () => useQuery({ queryKey: ['policies'], queryFn: calls.listPolicies });
export const useMaskPatterns = () =>
  useQuery({ queryKey: ['mask-patterns'], queryFn: calls.listMaskPatterns });
export const useAnswerCache = () => useQuery({ queryKey: ['answer-cache'], queryFn: calls.readAnswerCache });
export const useModelChanges = () =>
  useInfiniteQuery({
    queryKey: ['model-changes'],
    queryFn: ({ pageParam }) => calls.listModelChanges(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
export const useMaskTrial = () => useMutation({ mutationFn: calls.tryMasking });
export const useModelTest = () => useMutation({ mutationFn: calls.testModel });

/** What a model is, without what only the server says. */
export function wanted(model: ManagedModel): PutModel {
  const {
    id: _,
    providerName: __,
    usable: ___,
    added: ____,
    changed: _____,
    resting: ______,
    ...rest
  } = model;
  return rest;
}

/** A call after which the lists are read again. */
function useChange<I>(call: (input: I) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: call,
    onSuccess: () =>
      Promise.all(
        [
          'providers',
          'all-models',
          'mask-patterns',
          'models',
          'answer-cache',
          'policies',
          'model-changes',
        ].map((key) => client.invalidateQueries({ queryKey: [key] })),
      ),
  });
}

export const usePutProvider = () =>
  useChange(({ id, ...body }: { id: string } & PutProvider) => calls.putProvider(id, body));
export const useResetProvider = () => useChange(calls.resetProvider);
export const useSetKey = () =>
  useChange(({ id, key }: { id: string; key: string }) => calls.setProviderKey(id, key));
export const useRemoveKey = () => useChange(calls.removeProviderKey);
export const usePutModel = () =>
  useChange(({ id, model }: { id: string; model: PutModel }) => calls.putModel(id, model));
export const useResetModel = () => useChange(calls.resetModel);
export const usePutPolicy = () =>
  useChange(({ policy, ...body }: { policy: RoutingPolicy['policy'] } & PutPolicy) =>
    calls.putPolicy(policy, body),
  );
export const useResetPolicy = () => useChange(calls.resetPolicy);
export const useSetDefault = () => useChange(calls.setDefaultModel);
export const useAddPattern = () => useChange(calls.addMaskPattern);
export const useRemovePattern = () => useChange(calls.removeMaskPattern);
export const useSetAnswerCache = () => useChange(calls.setAnswerCache);
