import { api, data, intentKey } from '@/lib/api/client';
import type { GoldenDraft } from '@/lib/api/types';

const at = (toolId: string) => ({ path: { toolId } });
const once = () => ({ 'Idempotency-Key': intentKey() });
const PAGE = 50;

export const listGoldenQuestions = (toolId: string, cursor?: string) =>
  data(
    api.GET('/v1/tools/{toolId}/golden-questions', {
      params: { ...at(toolId), query: { limit: PAGE, ...(cursor ? { cursor } : {}) } },
    }),
  );

export const addGoldenQuestion = (toolId: string, draft: GoldenDraft) =>
  data(
    api.POST('/v1/tools/{toolId}/golden-questions', {
      params: { ...at(toolId), header: once() },
      body: draft,
    }),
  );

export const changeGoldenQuestion = (toolId: string, questionId: string, draft: GoldenDraft) =>
  data(
    api.PUT('/v1/tools/{toolId}/golden-questions/{questionId}', {
      params: { path: { toolId, questionId } },
      body: draft,
    }),
  );

export const deleteGoldenQuestion = (toolId: string, questionId: string) =>
  data(
    api.DELETE('/v1/tools/{toolId}/golden-questions/{questionId}', {
      params: { path: { toolId, questionId } },
    }),
  );

export const importGoldenQuestions = (toolId: string, csv: string) =>
  data(
    api.POST('/v1/tools/{toolId}/golden-questions/import', {
      params: { ...at(toolId), header: once() },
      body: { csv },
    }),
  );

export const getToolGate = (toolId: string) =>
  data(api.GET('/v1/tools/{toolId}/gate', { params: at(toolId) }));

export const putToolGate = (toolId: string, threshold: number) =>
  data(api.PUT('/v1/tools/{toolId}/gate', { params: at(toolId), body: { threshold } }));

export const startEvaluation = (toolId: string, compare: boolean) =>
  data(
    api.POST('/v1/tools/{toolId}/evaluations', {
      params: { ...at(toolId), header: once() },
      body: { compare },
    }),
  );
