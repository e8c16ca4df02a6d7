import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { hideReview, listToolReviews, putRating, removeRating, showReview } from '../api/ratings';

/** What people say of a tool, the latest first. */
export const useToolReviews = (toolId: string) =>
  useInfiniteQuery({
    queryKey: ['store', 'reviews', toolId],
    queryFn: ({ pageParam }) => listToolReviews(toolId, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Rating a tool, and hiding what others wrote. */
export function useRatings(toolId: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['store'] });
  return {
    put: useMutation({
      mutationFn: ({ stars, review }: { stars: number; review: string }) => putRating(toolId, stars, review),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: () => removeRating(toolId), onSuccess }),
    hide: useMutation({
      mutationFn: ({ reviewId, reason }: { reviewId: string; reason: string }) =>
        hideReview(toolId, reviewId, reason),
      onSuccess,
    }),
    show: useMutation({ mutationFn: (reviewId: string) => showReview(toolId, reviewId), onSuccess }),
  };
}
