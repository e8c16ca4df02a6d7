import type { DocumentItem, DocumentProperties } from '@/lib/api/types';

/** What is typed about documents. */
export interface PropertiesDraft {
  tags: string;
  metadata: string;
  lastDay: string;
}

const MOST = 20;

/** A day in the reader's own zone, as date fields take it. */
export const dayOf = (date: Date): string =>
  [
    String(date.getFullYear()).padStart(4, '0'),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-');

const tagsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,\n]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

/** One a line, as `name: value`; nothing where a line is neither. */
export function metadataIn(text: string): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const line of text.split('\n').filter((each) => each.trim())) {
    const [, key, value] = /^([^:=]+)[:=](.+)$/.exec(line) ?? [];
    if (!key?.trim() || !value?.trim()) return undefined;
    found[key.trim()] = value.trim();
  }
  return found;
}

/** Of one document all that is known; several begin with nothing, for what is typed is added. */
export function draftOf(documents: readonly DocumentItem[]): PropertiesDraft {
  const [first] = documents;
  if (!first || documents.length > 1) return { tags: '', metadata: '', lastDay: '' };
  return {
    tags: (first.tags ?? []).join(', '),
    metadata: Object.entries(first.metadata ?? {})
      .map(([key, value]) => `${key}: ${value}`)
      .join('\n'),
    // the moment it ends is the beginning of the day after
    lastDay: first.expiresAt ? dayOf(new Date(Date.parse(first.expiresAt) - 1)) : '',
  };
}

export function faultOf({ tags, metadata }: PropertiesDraft): 'tags' | 'metadata' | undefined {
  const all = tagsIn(tags);
  if (all.length > MOST || all.some((tag) => tag.length > 50)) return 'tags';
  const known = metadataIn(metadata);
  if (!known || Object.keys(known).length > MOST) return 'metadata';
  return Object.entries(known).some(([key, value]) => key.length > 50 || value.length > 200)
    ? 'metadata'
    : undefined;
}

function endOf(lastDay: string): string | undefined {
  const [year, month, day] = lastDay.split('-').map(Number);
  return year && month && day ? new Date(year, month - 1, day + 1).toISOString() : undefined;
}

/** What is to be stored of each document. */
export function changesOf(draft: PropertiesDraft, documents: readonly DocumentItem[]) {
  const several = documents.length > 1;
  const typed = { tags: tagsIn(draft.tags), metadata: metadataIn(draft.metadata) ?? {} };
  const end = endOf(draft.lastDay);
  return documents.map(({ id, tags = [], metadata = {}, expiresAt }) => {
    const expires = several ? (end ?? expiresAt) : end;
    const properties: DocumentProperties = {
      tags: several ? [...new Set([...tags, ...typed.tags])].slice(0, MOST) : typed.tags,
      metadata: several ? { ...metadata, ...typed.metadata } : typed.metadata,
      ...(expires ? { expiresAt: expires } : {}),
    };
    return { id, properties };
  });
}
