import { useQuery } from '@tanstack/react-query';
import { api, data } from '@/lib/api/client';

/** A cited passage with the text around it, fetched when its panel opens. */
export const usePassage = (passageId: string | undefined) =>
  useQuery({
    queryKey: ['passage', passageId],
    enabled: passageId !== undefined,
    queryFn: () => data(api.GET('/v1/passages/{passageId}', { params: { path: { passageId: passageId! } } })),
    staleTime: 60_000,
  });
