import type { StoreOrder } from '@/lib/api/types';
import { m } from '@/paraglide/messages';

export const ORDER_TEXT: Record<StoreOrder, () => string> = {
  latest: m.store_latest,
  used: m.store_used,
  featured: m.store_featured,
  favourites: m.store_favourites,
};

export const isOrder = (name: string | null): name is StoreOrder => name !== null && name in ORDER_TEXT;
