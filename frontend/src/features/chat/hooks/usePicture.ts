import { useQuery } from '@tanstack/react-query';
import type { Shown } from '@/lib/pictures';
import { getPicture } from '../api/pictures';

/** Where the page finds a picture: at hand, or fetched once. */
export function usePicture(conversationId: string, { id, url }: Shown): string | undefined {
  const { data } = useQuery({
    queryKey: ['picture', id],
    queryFn: () => getPicture(conversationId, id!),
    enabled: !url && !!id,
    staleTime: Infinity,
    gcTime: 5 * 60_000,
  });
  return url ?? data;
}
