import { useQuery } from '@tanstack/react-query';
import { loadConfig } from '@/lib/config';

/** What the site learned at run time; nothing until it has. */
export const useConfig = () =>
  useQuery({ queryKey: ['config'], queryFn: loadConfig, staleTime: Infinity }).data;
