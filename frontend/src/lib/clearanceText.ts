import type { Collection } from '@/lib/api/types';
import { m } from '@/paraglide/messages';

/** For whom a collection's documents are. */
export const collectionClearanceText = (clearance: Collection['clearance']): string =>
  ({
    public: m.collection_is_public,
    internal: m.collection_is_internal,
    confidential: m.collection_is_confidential,
  })[clearance]();
