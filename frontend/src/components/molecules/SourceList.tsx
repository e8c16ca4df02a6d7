import type { Citation } from '@/lib/api/types';
import { sourceText } from '@/lib/locationText';
import { m } from '@/paraglide/messages';

interface SourceListProps {
  citations: Citation[];
  onOpen: (citation: Citation) => void;
}

/** The sources of an answer, one a line of chips. */
export function SourceList({ citations, onOpen }: SourceListProps) {
  if (!citations.length) return null;
  return (
    <ul aria-label={m.sources()} className="mt-4 flex flex-wrap gap-2">
      {citations.map((citation) => (
        <li key={citation.number} className="min-w-0">
          <button
            type="button"
            onClick={() => onOpen(citation)}
            className="flex max-w-full items-center gap-2 rounded-full border border-line bg-surface py-1 pr-3 pl-1 text-sm text-ink-2 transition-colors duration-150 hover:border-accent hover:text-ink"
          >
            <span className="grid h-5 min-w-5 place-items-center rounded-full bg-accent-soft px-1 text-xs font-semibold text-accent">
              {citation.number}
            </span>
            <span className="truncate">{sourceText(citation.documentName, citation.location)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
