interface ShareBarProps {
  share: number;
  className?: string;
  /** What is to be reached, as a stroke across the bar. */
  mark?: number;
}

/** How much of the whole, as a thin bar; the number stands beside it in words. */
export function ShareBar({ share, className = 'fill-accent', mark }: ShareBarProps) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      className="block h-1 w-full overflow-hidden rounded-full"
    >
      <rect width="100" height="4" className="fill-sunken" />
      <rect
        width={Math.min(100, Math.max(share * 100, share > 0 ? 0.6 : 0))}
        height="4"
        className={className}
      />
      {mark !== undefined && (
        <rect x={Math.min(99, mark * 100 - 0.5)} width="1" height="4" className="fill-current" />
      )}
    </svg>
  );
}
