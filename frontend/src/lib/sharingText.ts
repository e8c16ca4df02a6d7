import { m } from '@/paraglide/messages';
import type { Collection } from './api/types';

type Sharing = Collection['sharing'];

export const isShared = ({ people, groups, everyone }: Sharing) => everyone || people + groups > 0;

/** Whom a collection was given to, in a few words. */
export function sharingText({ people, groups, everyone }: Sharing): string {
  if (everyone) return m.shared_everyone();
  const parts = [
    ...(people ? [m.shared_people({ count: people })] : []),
    ...(groups ? [m.shared_groups({ count: groups })] : []),
  ];
  return parts.length ? parts.join(', ') : m.shared_nobody();
}
