import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import type { Location } from './api/types';

/** Where a passage stands, in words: page, slide or sheet. */
export function placeText({ page, slide, sheet }: Location): string {
  if (page !== undefined) return m.place_page({ number: page });
  if (slide !== undefined) return m.place_slide({ number: slide });
  return sheet === undefined ? '' : m.place_sheet({ name: shownName(sheet) });
}

/** A document and the place in it, on one line. */
export const sourceText = (documentName: string, location: Location): string =>
  [shownName(documentName), placeText(location)].filter(Boolean).join(' · ');
