import { useEffect, useRef, useState } from 'react';
import type { ToolDraft } from '@/lib/api/types';
import { useDraft } from '@/lib/drafts';
import { keepLeft, leftOf } from '@/lib/leftDrafts';
import { tidy } from '@/lib/toolText';

interface Edit {
  /** Of the tool that was changed; none for a new one. */
  version: number;
  draft: ToolDraft;
}

const read = (text: string): Edit | undefined => (text ? (JSON.parse(text) as Edit) : undefined);
const print = (draft: ToolDraft) => JSON.stringify(tidy(draft));

/**
 * What is written and not yet saved; it outlives leaving the page, a reload and signing in again.
 *
 * @param place whose it is
 * @param saved what the server has
 * @param version of what the server has
 */
export function useEdit(place: string, saved: ToolDraft, version: number) {
  const [text, keep] = useDraft(place);
  // what an earlier tab left is offered, not taken: it may be older than what was saved since
  const [left, setLeft] = useState(() => (text ? undefined : leftOf(place)));
  const write = (next: string) => {
    keep(next);
    keepLeft(place, next);
  };
  const newest = useRef(text);
  useEffect(() => {
    newest.current = text;
  }, [text]);
  const kept = read(text);
  const draft = kept?.draft ?? saved;
  const dirty = !!kept && print(kept.draft) !== print(saved);
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [dirty]);
  const since = kept?.version ?? version;
  return {
    draft,
    dirty,
    /** Whether the server has a newer one than was changed here. */
    overtaken: dirty && since < version,
    since,
    /** What was written in another tab and never saved; nothing once something is written here. */
    left: !kept && left && print(read(left.text)!.draft) !== print(saved) ? left : undefined,
    takeLeft: () => {
      if (left) write(JSON.stringify({ version, draft: read(left.text)!.draft } satisfies Edit));
      setLeft(undefined);
    },
    dropLeft: () => {
      keepLeft(place, '');
      setLeft(undefined);
    },
    change: (next: ToolDraft) => write(JSON.stringify({ version: since, draft: next } satisfies Edit)),
    discard: () => write(''),
    /** What was written while it was being saved stays, as a change of what is there now. */
    savedAs: (version: number) => {
      const later = read(newest.current);
      write(
        !later || print(later.draft) === print(draft)
          ? ''
          : JSON.stringify({ version, draft: later.draft } satisfies Edit),
      );
    },
  };
}
