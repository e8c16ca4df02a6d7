import type { ReactNode } from 'react';

interface StatusLineProps {
  children: ReactNode;
  tone?: 'quiet' | 'danger' | 'warn';
  busy?: boolean;
}

const TONES = { quiet: 'text-ink-2', danger: 'text-danger', warn: 'text-warn' } as const;

/** One quiet line about what is going on. */
export function StatusLine({ children, tone = 'quiet', busy }: StatusLineProps) {
  return (
    <p className={`mt-2 flex items-center gap-2 text-sm ${TONES[tone]}`}>
      {busy && <span aria-hidden className="size-2 shrink-0 animate-breathe rounded-full bg-accent" />}
      {children}
    </p>
  );
}
