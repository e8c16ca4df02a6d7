import { m } from '@/paraglide/messages';
import type { Collection } from './api/types';

/** Whom a collection was given to, in a few words. */
export function sharingText({ people, groups, everyone }: Collection['sharing']): string {
  if (everyone) return m.shared_everyone();
  const parts = [
    ...(people ? [m.shared_people({ count: people })] : []),
    ...(groups ? [m.shared_groups({ count: groups })] : []),
  ];
  return parts.length ? parts.join(', ') : m.shared_nobody();
}
