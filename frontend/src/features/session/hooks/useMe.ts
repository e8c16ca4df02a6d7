import { useQuery } from '@tanstack/react-query';
import { api, data } from '@/lib/api/client';

/** The signed-in person, their roles and groups. */
export const useMe = () =>
  useQuery({ queryKey: ['me'], queryFn: () => data(api.GET('/v1/me')), staleTime: 5 * 60_000 });
