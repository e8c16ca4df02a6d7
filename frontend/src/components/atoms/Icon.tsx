import type { LucideIcon } from 'lucide-react';

/** Every icon has one size and one stroke; what it means is said by the label beside it. */
export function Icon({
  of: Shape,
  size = 18,
  className,
}: {
  of: LucideIcon;
  size?: number;
  className?: string;
}) {
  return <Shape aria-hidden size={size} strokeWidth={1.75} className={`shrink-0 ${className ?? ''}`} />;
}
