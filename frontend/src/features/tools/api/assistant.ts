import { api, data } from '@/lib/api/client';

/** Instructions from a wish; nothing is saved. */
export const suggestInstructions = (wish: string, instructions: string) =>
  data(
    api.POST('/v1/assistant/instructions', {
      body: { wish, ...(instructions.trim() ? { instructions } : {}) },
    }),
  );
