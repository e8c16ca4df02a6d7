import type { SearchPassages } from '@/lib/api/types';

const MOST = 20;

/** What the address says is searched for; nothing without a question. */
export function requestOf(params: URLSearchParams): SearchPassages | undefined {
  const text = params.get('q')?.trim();
  if (!text) return undefined;
  const collectionIds = params.getAll('in');
  const format = params.get('format');
  const documentName = params.get('name')?.trim();
  const tags = params.getAll('tag').slice(0, 20);
  const metadata = metadataOf(params);
  const from = startOfDay(params.get('from'));
  const before = startOfDay(params.get('to'), 1);
  return {
    text: text.slice(0, 2000),
    limit: MOST,
    ...(collectionIds.length ? { collectionIds } : {}),
    ...(format ? { formats: format.split(',') } : {}),
    ...(documentName ? { documentName } : {}),
    ...(tags.length ? { tags } : {}),
    ...(Object.keys(metadata).length ? { metadata } : {}),
    ...(from ? { uploadedFrom: from } : {}),
    ...(before ? { uploadedBefore: before } : {}),
  };
}

/** What is to be known of a document, as the address says it: `name=value`, each once. */
const metadataOf = (params: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    params
      .getAll('known')
      .filter((pair) => pair.includes('='))
      .slice(0, 20)
      .map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()])
      .filter(([key, value]) => key && value),
  );

/** The beginning of a day in the reader's own zone. */
function startOfDay(day: string | null, later = 0): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '');
  if (!match) return undefined;
  const [, year, month, date] = match.map(Number);
  return new Date(year!, month! - 1, date! + later).toISOString();
}

/** The address with something changed; empty values leave it. */
export function changed(params: URLSearchParams, key: string, values: string[]): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete(key);
  for (const value of values) if (value) next.append(key, value);
  return next;
}

/** How many filters are set. */
export const filters = (params: URLSearchParams): number =>
  ['in', 'format', 'name', 'tag', 'known', 'from', 'to'].filter((key) => params.get(key)).length;
