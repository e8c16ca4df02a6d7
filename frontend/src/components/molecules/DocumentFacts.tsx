import type { DocumentItem } from '@/lib/api/types';
import { dateText } from '@/lib/format';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';

interface DocumentFactsProps {
  document: DocumentItem;
  onTag: (tag: string) => void;
}

/** A document expires as its last day ends: that instant is the next day's already. */
const lastDay = (instant: string) => dateText(new Date(Date.parse(instant) - 1).toISOString());

const isPast = (instant: string) => Date.parse(instant) <= Date.now();

/** Where a source found the document, if that is a page that can be opened. */
const pageOf = (source?: string) => (/^https?:\/\//i.test(source ?? '') ? source : undefined);

/** What else is known of a document: tags, metadata, its version, and until when it holds. */
export function DocumentFacts({ document, onTag }: DocumentFactsProps) {
  const { tags = [], metadata = {}, version = 1, expiresAt, replacement } = document;
  const page = pageOf(metadata['source']);
  const facts = [
    ...(version > 1 ? [m.version_number({ number: version })] : []),
    ...(replacement
      ? [
          replacement.status === 'FAILED'
            ? m.version_failed({ number: replacement.version })
            : m.version_coming({ number: replacement.version }),
        ]
      : []),
    ...(expiresAt
      ? [
          isPast(expiresAt)
            ? m.expired_on({ when: lastDay(expiresAt) })
            : m.expires_on({ when: lastDay(expiresAt) }),
        ]
      : []),
    ...Object.entries(metadata)
      .filter(([, value]) => value !== page)
      .map(([key, value]) => `${shownName(key)}: ${shownName(value)}`),
  ];
  if (!tags.length && !facts.length && !page) return null;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-2">
      {tags.map((tag) => (
        <button
          key={tag}
          type="button"
          title={m.tag_filter({ tag })}
          onClick={() => onTag(tag)}
          className="rounded-full bg-accent-soft px-2.5 text-accent hover:underline"
        >
          {shownName(tag)}
        </button>
      ))}
      {facts.map((fact) => (
        <span key={fact} className="[overflow-wrap:anywhere]">
          {fact}
        </span>
      ))}
      {page && (
        <a
          href={page}
          target="_blank"
          rel="noreferrer"
          className="text-accent [overflow-wrap:anywhere] hover:underline"
        >
          {page.replace(/^https?:\/\//, '')}
        </a>
      )}
    </div>
  );
}
