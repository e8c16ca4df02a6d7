import { api, data } from '@/lib/api/client';

const at = (toolId: string) => ({ params: { path: { toolId } } });
const one = (toolId: string, reviewId: string) => ({ params: { path: { toolId, reviewId } } });

export const putRating = (toolId: string, stars: number, review: string) =>
  data(
    api.PUT('/v1/store/tools/{toolId}/rating', {
      ...at(toolId),
      body: { stars, ...(review ? { review } : {}) },
    }),
  );

export const removeRating = (toolId: string) =>
  data(api.DELETE('/v1/store/tools/{toolId}/rating', at(toolId)));

export const listToolReviews = (toolId: string, cursor?: string) =>
  data(
    api.GET('/v1/store/tools/{toolId}/reviews', {
      params: { path: { toolId }, query: { limit: 20, ...(cursor ? { cursor } : {}) } },
    }),
  );

export const hideReview = (toolId: string, reviewId: string, reason: string) =>
  data(
    api.PUT('/v1/store/tools/{toolId}/reviews/{reviewId}/hiding', {
      ...one(toolId, reviewId),
      body: { reason },
    }),
  );

export const showReview = (toolId: string, reviewId: string) =>
  data(api.DELETE('/v1/store/tools/{toolId}/reviews/{reviewId}/hiding', one(toolId, reviewId)));
