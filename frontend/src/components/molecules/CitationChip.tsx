import { useRef } from 'react';
import type { Citation } from '@/lib/api/types';
import { sourceText } from '@/lib/locationText';
import { m } from '@/paraglide/messages';

interface CitationChipProps {
  citation: Citation;
  onOpen: (citation: Citation) => void;
}

/** `[1]` in an answer: hovering shows the quote, choosing it opens the source. */
export function CitationChip({ citation, onOpen }: CitationChipProps) {
  const chip = useRef<HTMLButtonElement>(null);
  const preview = useRef<HTMLSpanElement>(null);
  const source = sourceText(citation.documentName, citation.location);
  const show = () => {
    const card = preview.current!;
    if (card.matches(':popover-open')) return;
    card.showPopover();
    const at = chip.current!.getBoundingClientRect();
    const left = Math.min(Math.max(8, at.left - 16), innerWidth - card.offsetWidth - 8);
    const above = at.top - card.offsetHeight - 6;
    card.style.left = `${left}px`;
    card.style.top = `${above > 8 ? above : at.bottom + 6}px`;
  };
  const hide = () => preview.current?.hidePopover();
  return (
    <>
      <button
        ref={chip}
        type="button"
        data-citation={citation.number}
        aria-label={m.citation_open({ number: citation.number, source })}
        onMouseEnter={show}
        onMouseLeave={hide}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && show()}
        onBlur={hide}
        onClick={() => {
          hide();
          onOpen(citation);
        }}
        className="mx-0.5 inline-flex h-5 min-w-5 items-center justify-center rounded-full bg-accent-soft px-1.5 align-[1px] text-xs font-semibold text-accent tabular-nums transition-colors duration-150 hover:bg-accent hover:text-on-accent"
      >
        {citation.number}
      </button>
      <span
        ref={preview}
        popover="manual"
        className="max-w-80 animate-appear rounded-lg border border-line bg-surface p-3 text-left text-sm text-ink-2 shadow-float"
      >
        <span className="mb-1 block font-semibold text-ink">{source}</span>
        <span className="line-clamp-4">
          {citation.available === false ? m.citation_gone() : citation.quote}
        </span>
      </span>
    </>
  );
}
