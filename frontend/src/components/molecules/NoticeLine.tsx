import { Info } from 'lucide-react';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';

interface Notice {
  code: string;
  message: string;
}

const SHORT: Record<string, () => string> = {
  no_model: m.notice_no_model,
  words_only: m.notice_words_only,
  words_partly: m.notice_words_partly,
};

/** How an answer came to be, in one quiet line; the whole sentences show on hover. */
export function NoticeLine({ notices, quoting }: { notices: readonly Notice[]; quoting: boolean }) {
  // An answer that found nothing says so itself, and how it searched explains only what it quotes.
  const told = notices.filter(({ code }) => code !== 'nothing_found' && (quoting || !(code in SHORT)));
  if (!told.length) return null;
  return (
    <p
      className="mt-3 flex items-center gap-1.5 text-xs text-ink-3"
      title={told.map(({ message }) => message).join('\n')}
    >
      <Icon of={Info} size={14} />
      {told.map(({ code, message }) => SHORT[code]?.() ?? message).join(' · ')}
    </p>
  );
}
