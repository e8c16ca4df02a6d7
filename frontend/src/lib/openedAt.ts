import type { Location } from './api/types';

/** What a link to the viewer takes along in the history, where no server's log sees it. */
export interface OpenedAt {
  quote: string;
  location: Location;
}

/** Where a document is shown, at a passage of it. */
export const viewerPath = (documentId: string, passageId?: string): string =>
  `/documents/${documentId}${passageId ? `?passage=${passageId}` : ''}`;
