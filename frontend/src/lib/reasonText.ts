import { m } from '@/paraglide/messages';
import type { ChosenDocument, SearchInspection } from './api/types';

const REASONS: Record<ChosenDocument['reason'], () => string> = {
  found: m.reason_found,
  unknown: m.reason_unknown,
  not_searchable: m.reason_not_searchable,
  other_collection: m.reason_other_collection,
  filtered_out: m.reason_filtered_out,
  nothing_in_common: m.reason_nothing_in_common,
  outranked: m.reason_outranked,
};

/** Why a document came up, or did not. */
export const reasonText = ({ reason }: ChosenDocument): string => REASONS[reason]();

const MEANINGS: Record<SearchInspection['meaning'], () => string> = {
  used: m.meaning_used,
  partly: m.meaning_partly,
  not_for_this_language: m.meaning_not_for_this_language,
  off: m.meaning_off,
  unavailable: m.meaning_unavailable,
};

/** Whether meaning was compared, and if not, why. */
export const meaningText = (meaning: SearchInspection['meaning']): string => MEANINGS[meaning]();
