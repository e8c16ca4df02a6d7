import { CircleAlert, CircleCheck, LoaderCircle, type LucideIcon } from 'lucide-react';
import type { DocumentItem } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';

const share = ({ embeddedCount, passageCount }: DocumentItem) =>
  passageCount ? Math.floor((100 * embeddedCount) / passageCount) : 0;

interface Look {
  icon: LucideIcon;
  tone: string;
  text: string;
  busy?: boolean;
}

function lookOf(document: DocumentItem): Look {
  switch (document.status) {
    case 'UPLOADING':
      return { icon: LoaderCircle, tone: 'text-ink-2', text: m.status_uploading(), busy: true };
    case 'PARSING':
      return { icon: LoaderCircle, tone: 'text-info', text: m.status_parsing(), busy: true };
    case 'CHUNKED':
      if (document.meaningFailure)
        return { icon: CircleAlert, tone: 'text-warn', text: m.status_meaning_failed() };
      return {
        icon: LoaderCircle,
        tone: 'text-accent',
        text: m.status_chunked({ percent: share(document) }),
        busy: true,
      };
    case 'READY':
      return { icon: CircleCheck, tone: 'text-ok', text: m.status_ready() };
    case 'FAILED':
      return { icon: CircleAlert, tone: 'text-danger', text: m.status_failed() };
    case 'DELETING':
      return { icon: LoaderCircle, tone: 'text-ink-2', text: m.status_deleting(), busy: true };
  }
}

/** A document's state in words, and the reason when it failed. */
export function StatusBadge({ document }: { document: DocumentItem }) {
  const { icon, tone, text, busy } = lookOf(document);
  return (
    <div data-status={document.status}>
      <span
        className={`inline-flex items-center gap-1.5 py-0.5 text-sm font-semibold whitespace-nowrap ${tone}`}
      >
        <Icon of={icon} size={16} className={busy ? 'animate-spin' : ''} />
        {text}
      </span>
      {document.failure && <p className="mt-0.5 max-w-80 text-sm text-ink-2">{document.failure.message}</p>}
      {document.meaningFailure && (
        <p className="mt-0.5 max-w-80 text-sm text-ink-2">{document.meaningFailure.message}</p>
      )}
      {document.omissions?.map(({ code, message }) => (
        <p key={code} className="mt-0.5 max-w-80 text-sm text-ink-2 [overflow-wrap:anywhere]">
          {message}
        </p>
      ))}
    </div>
  );
}
