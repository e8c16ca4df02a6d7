/** How much of the whole, as a thin bar; the number stands beside it in words. */
export function ShareBar({ share, className = 'fill-accent' }: { share: number; className?: string }) {
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
    </svg>
  );
}
