import { ArrowLeft } from 'lucide-react';
import { Link } from 'react-router';
import { Icon } from '../atoms/Icon';

/** The way to the list from which one came. */
export function BackLink({ to, children }: { to: string; children: string }) {
  return (
    <Link
      to={to}
      className="mb-3 -ml-1 inline-flex h-8 items-center gap-1.5 rounded-md px-1 text-sm text-ink-2 transition-colors duration-150 hover:text-ink"
    >
      <Icon of={ArrowLeft} size={16} />
      {children}
    </Link>
  );
}
