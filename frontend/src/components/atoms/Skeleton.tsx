/** Quiet bars in the shape of what is coming; shown only when it takes a while. */
export function Skeleton({ rows = 3, className = 'h-4' }: { rows?: number; className?: string }) {
  return (
    <div aria-hidden className="animate-late space-y-3">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={`animate-breathe rounded-md bg-sunken ${className}`} />
      ))}
    </div>
  );
}
