import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UsageBy } from '@/lib/api/types';
import type { DayRange } from '@/lib/days';
import {
  getAllUsage,
  getForecast,
  getModelHealth,
  getMyUsage,
  getUsage,
  listAnomalies,
  listMyBudgets,
} from '../api/usage';

const KEPT_MS = 30_000;
const kept = { staleTime: KEPT_MS, placeholderData: keepPreviousData };

/** What bounds the person, and which day it is where the company is. */
export const useMyBudgets = () =>
  useQuery({ queryKey: ['usage', 'budgets'], queryFn: listMyBudgets, staleTime: KEPT_MS });

export const useMyUsage = (range: DayRange | undefined, by: 'day' | 'model') =>
  useQuery({
    ...kept,
    queryKey: ['usage', 'mine', range, by],
    queryFn: () => getMyUsage(range!, by),
    enabled: !!range,
  });

export const useUsageByDay = (range: DayRange) =>
  useQuery({ ...kept, queryKey: ['usage', 'day', range], queryFn: () => getUsage(range, 'day') });

export const useBreakdown = (range: DayRange, by: UsageBy) =>
  useQuery({ ...kept, queryKey: ['usage', 'lines', range, by], queryFn: () => getAllUsage(range, by) });

export const useForecast = () =>
  useQuery({ queryKey: ['usage', 'forecast'], queryFn: getForecast, staleTime: KEPT_MS });

export const useAnomalies = (range: DayRange, by: Exclude<UsageBy, 'day'> | 'company') =>
  useQuery({ ...kept, queryKey: ['usage', 'anomalies', range, by], queryFn: () => listAnomalies(range, by) });

export const useModelHealth = (range: 'hour' | 'day' | 'month', enabled = true) =>
  useQuery({ ...kept, queryKey: ['usage', 'health', range], queryFn: () => getModelHealth(range), enabled });
