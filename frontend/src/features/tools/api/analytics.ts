import { api, data } from '@/lib/api/client';
import type { ToolRange } from '@/lib/api/types';
import { saveCsv } from '@/lib/saveCsv';

export const getToolAnalytics = (toolId: string, range: ToolRange) =>
  data(api.GET('/v1/tools/{toolId}/analytics', { params: { path: { toolId }, query: { range } } }));

export const getToolTopics = (toolId: string) =>
  data(api.GET('/v1/tools/{toolId}/topics', { params: { path: { toolId } } }));

export const saveToolTopics = (toolId: string) =>
  saveCsv(`/v1/tools/${toolId}/topics.csv`, 'tool-topics.csv');

export const saveToolAnalytics = (toolId: string, range: ToolRange, by: 'day' | 'release') =>
  saveCsv(
    `/v1/tools/${toolId}/analytics.csv?${new URLSearchParams({ range, by })}`,
    `tool-${by}-${range}.csv`,
  );
