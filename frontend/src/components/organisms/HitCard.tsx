import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Hit } from '@/lib/api/types';
import { placeText } from '@/lib/locationText';
import { fromFirstMark, markWords } from '@/lib/markWords';
import { Icon } from '../atoms/Icon';
import { Marked } from '../atoms/Marked';
import { shownName } from '@/lib/shownName';

interface HitCardProps {
  hit: Hit;
  question: string;
  open: boolean;
  onOpen: () => void;
  /** What decided its place, for who looks into that. */
  children?: ReactNode;
}

/** A passage that was found: its document, its place and its words. */
export function HitCard({ hit, question, open, onOpen, children }: HitCardProps) {
  const place = [placeText(hit.location), ...(hit.location.headings ?? [])].filter(Boolean).join(' › ');
  return (
    <li className="border-b border-line last:border-b-0">
      <button
        type="button"
        aria-pressed={open}
        onClick={onOpen}
        className={`block w-full px-4 py-3.5 text-left transition-colors duration-150 hover:bg-sunken ${open ? 'bg-sunken' : ''}`}
      >
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <Icon of={FileText} size={16} className="text-ink-3" />
          <span className="min-w-0 font-semibold break-all">{shownName(hit.documentName)}</span>
          {place && <span className="min-w-0 text-sm text-ink-2">{place}</span>}
        </span>
        <span className="mt-1 line-clamp-3 text-sm leading-6 break-words whitespace-pre-line text-ink-2">
          <Marked segments={fromFirstMark(markWords(hit.text, question))} />
        </span>
      </button>
      {children}
    </li>
  );
}
