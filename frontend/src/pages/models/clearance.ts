import type { ModelProvider } from '@/lib/api/types';
import { m } from '@/paraglide/messages';

export const CLEARANCES = ['public', 'internal', 'confidential'] as const;

/** The most that may be sent to a provider. */
export const clearanceText = (clearance: ModelProvider['clearance']): string =>
  ({
    public: m.clearance_public,
    internal: m.clearance_internal,
    confidential: m.clearance_confidential,
  })[clearance]();
