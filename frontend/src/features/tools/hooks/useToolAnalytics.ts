import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { ToolRange } from '@/lib/api/types';
import { getToolAnalytics, getToolTopics, saveToolAnalytics, saveToolTopics } from '../api/analytics';

/** How a tool does, and the same as a file. */
export const useToolAnalytics = (toolId: string, range: ToolRange) => ({
  query: useQuery({
    queryKey: ['tools', 'analytics', toolId, range],
    queryFn: () => getToolAnalytics(toolId, range),
    placeholderData: keepPreviousData,
  }),
  save: useMutation({ mutationFn: (by: 'day' | 'release') => saveToolAnalytics(toolId, range, by) }),
});

/** What a tool is asked about in months that are over, and the same as a file. */
export const useToolTopics = (toolId: string) => ({
  query: useQuery({ queryKey: ['tools', 'topics', toolId], queryFn: () => getToolTopics(toolId) }),
  save: useMutation({ mutationFn: () => saveToolTopics(toolId) }),
});
