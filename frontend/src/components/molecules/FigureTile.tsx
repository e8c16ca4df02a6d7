import type { ReactNode } from 'react';

interface FigureTileProps {
  label: string;
  value: string;
  /** What puts the number into proportion. */
  note?: ReactNode;
  className?: string;
}

/** One number that people came for. */
export function FigureTile({ label, value, note, className = '' }: FigureTileProps) {
  return (
    <div className={`min-w-0 rounded-lg border border-line bg-surface px-4 py-3 ${className}`}>
      <dt className="text-sm text-ink-2">{label}</dt>
      <dd className="mt-0.5 truncate text-xl font-semibold tabular-nums">{value}</dd>
      {note && <dd className="mt-0.5 text-xs text-ink-2 tabular-nums">{note}</dd>}
    </div>
  );
}
