import { ArrowUp, Square } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { onEnter } from '@/lib/onEnter';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';

interface ComposerProps {
  text: string;
  onText: (text: string) => void;
  onSend: (text: string) => void;
  onStop?: (() => void) | undefined;
  stopping?: boolean;
  /** What a question would follow is not known yet: it can be written, not sent. */
  notYet?: boolean;
  tools?: ReactNode;
}

const MAX_HEIGHT = 280;

/** Where a question is written: it grows with the text, Enter sends, Shift+Enter makes a line. */
export function Composer({ text, onText, onSend, onStop, stopping, notYet, tools }: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const send = (value: string) => {
    if (value.trim() && !onStop && !notYet) onSend(value.trim());
  };
  const enter = onEnter(send, 'send');
  useEffect(() => {
    const area = field.current!;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, MAX_HEIGHT)}px`;
  }, [text]);
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div
      data-composer
      className="rounded-xl border border-line bg-surface p-2 shadow-float transition-colors duration-150 focus-within:border-accent"
    >
      {/* what is chosen to go with the question */}
      <div />
      <textarea
        ref={field}
        rows={1}
        value={text}
        maxLength={20000}
        aria-label={m.composer_label()}
        placeholder={m.composer_placeholder()}
        onChange={(event) => onText(event.target.value)}
        className="block max-h-[280px] min-h-11 w-full resize-none bg-transparent px-3 pt-2.5 pb-1 text-base outline-none placeholder:text-ink-3"
        {...enter}
      />
      <div className="flex items-center gap-2">
        <div className="flex min-w-0 flex-1 items-center gap-2 pl-1">{tools}</div>
        <span className="hidden text-xs text-ink-3 sm:inline">{m.composer_hint()}</span>
        <button
          type="button"
          aria-label={onStop ? m.stop() : m.send()}
          title={onStop ? m.stop() : m.send()}
          disabled={onStop ? stopping : notYet || !text.trim()}
          onClick={() => (onStop ? onStop() : send(text))}
          className="grid size-9 shrink-0 place-items-center rounded-md bg-accent text-on-accent transition-colors duration-150 hover:bg-accent-strong disabled:bg-sunken disabled:text-ink-2"
        >
          <Icon of={onStop ? Square : ArrowUp} size={onStop ? 14 : 18} />
        </button>
      </div>
    </div>
  );
}
