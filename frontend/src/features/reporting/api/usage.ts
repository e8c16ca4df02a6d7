import { api, data } from '@/lib/api/client';
import type { UsageBy, UsageReport } from '@/lib/api/types';
import type { DayRange } from '@/lib/days';
import { saveCsv } from '@/lib/saveCsv';

const MOST_PAGES = 10;

export const getUsage = (range: DayRange, by: UsageBy, cursor?: string) =>
  data(
    api.GET('/v1/reports/usage', {
      params: { query: { ...range, by, limit: 100, ...(cursor ? { cursor } : {}) } },
    }),
  );

/** Every line up to a thousand, so that they can be sorted by anything; a cursor is left when there are more. */
export async function getAllUsage(range: DayRange, by: UsageBy): Promise<UsageReport> {
  let page = await getUsage(range, by);
  const items = [...page.items];
  for (let count = 1; page.nextCursor && count < MOST_PAGES; count++) {
    page = await getUsage(range, by, page.nextCursor);
    items.push(...page.items);
  }
  return { ...page, items };
}

export const getMyUsage = (range: DayRange, by: 'day' | 'tool' | 'model') =>
  data(api.GET('/v1/reports/me', { params: { query: { ...range, by, limit: 100 } } }));

export const listMyBudgets = () => data(api.GET('/v1/reports/me/budgets'));

export const getForecast = () => data(api.GET('/v1/reports/forecast'));

export const listAnomalies = (range: DayRange, by: 'company' | 'person' | 'group' | 'tool' | 'model') =>
  data(api.GET('/v1/reports/anomalies', { params: { query: { ...range, by } } }));

export const getModelHealth = (range: 'hour' | 'day' | 'month') =>
  data(api.GET('/v1/reports/models', { params: { query: { range } } }));

/** The same lines as a file. */
export const saveUsage = (range: DayRange, by: UsageBy): Promise<void> =>
  saveCsv(
    `/v1/reports/usage.csv?${new URLSearchParams({ ...range, by })}`,
    `usage-${by}-${range.from}-${range.to}.csv`,
  );
