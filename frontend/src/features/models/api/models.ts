import { api, data } from '@/lib/api/client';

export const listModels = () => data(api.GET('/v1/models'));

export const estimateCost = (text: string, historyCharacters: number, model?: string) =>
  data(api.POST('/v1/models/estimate', { body: { text, historyCharacters, ...(model ? { model } : {}) } }));
