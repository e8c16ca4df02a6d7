import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { chooseModel, chosenModel } from '@/lib/chosenModel';
import { useStore } from '@/lib/store';
import { estimateCost, listModels } from '../api/models';

const PAUSE_MS = 400;

/** The models that may be chosen, and the one that is; a choice that is gone falls back to the company's. */
export function useModels() {
  const { data, isFetchedAfterMount } = useQuery({ queryKey: ['models'], queryFn: listModels });
  const chosen = useStore(chosenModel);
  const gone = isFetchedAfterMount && !!chosen && !!data && !data.items.some(({ id }) => id === chosen);
  useEffect(() => {
    if (gone) chooseModel(undefined);
  }, [gone]);
  return { models: data?.items, usual: data?.default, chosen: gone ? undefined : chosen };
}

/** What a question likely costs, a moment after the last key; nothing when nobody can tell. */
export function useEstimate(text: string, historyCharacters: number, model?: string) {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const written = text.trim();
  const { data } = useQuery({
    queryKey: ['estimate', settled, historyCharacters, model],
    queryFn: () => estimateCost(settled, historyCharacters, model),
    enabled: !!settled && !!written,
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
    placeholderData: (before) => before,
  });
  return written && settled ? data : undefined;
}
