import type { GlossaryDraft } from '@/features/search/api/glossary';

const MOST = 20;

/** Words divided by commas or new lines, each once. */
export const synonymsOf = (text: string): string[] =>
  [
    ...new Set(
      text
        .split(/[,\n;·]/)
        .map((word) => word.normalize('NFC').trim())
        .filter(Boolean),
    ),
  ].slice(0, MOST);

/** Pasted lines such as `CPO = 개인정보 보호책임자, privacy officer`; a tab from a sheet divides as well. */
export function entriesOf(text: string): { entries: GlossaryDraft[]; unread: number } {
  const lines = text.split(/\r?\n/).filter((line) => line.trim());
  const entries = new Map<string, GlossaryDraft>();
  let unread = 0;
  for (const line of lines) {
    const [, term = '', words = ''] = /^([^=\t:]+)[=\t:](.+)$/.exec(line) ?? [];
    const synonyms = synonymsOf(words.replace(/\t/g, ',')).filter((word) => word !== term.trim());
    if (!term.trim() || !synonyms.length || [term, ...synonyms].some((word) => word.length > 100)) unread++;
    else entries.set(term.trim(), { term: term.normalize('NFC').trim(), synonyms });
  }
  return { entries: [...entries.values()], unread };
}
