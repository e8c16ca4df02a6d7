import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { ToolRange } from '@/lib/api/types';
import { getToolAnalytics, saveToolAnalytics } from '../api/analytics';

/** How a tool does, and the same as a file. */
export const useToolAnalytics = (toolId: string, range: ToolRange) => ({
  query: useQuery({
    queryKey: ['tools', 'analytics', toolId, range],
    queryFn: () => getToolAnalytics(toolId, range),
    placeholderData: keepPreviousData,
  }),
  save: useMutation({ mutationFn: (by: 'day' | 'release') => saveToolAnalytics(toolId, range, by) }),
});
