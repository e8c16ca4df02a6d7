import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '../atoms/Icon';

interface FailureCardProps {
  title: string;
  detail: string;
  /** What can be done about it. */
  children: ReactNode;
}

/** What went wrong in the course of a conversation, why, and what to do. */
export function FailureCard({ title, detail, children }: FailureCardProps) {
  return (
    <div
      role="alert"
      className="mt-2 flex max-w-prose gap-3 rounded-lg border border-line bg-surface px-4 py-3.5"
    >
      <Icon of={CircleAlert} className="mt-[3px] shrink-0 text-danger" />
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        <p className="mt-0.5 text-sm text-ink-2">{detail}</p>
        <div className="mt-3 flex flex-wrap gap-2">{children}</div>
      </div>
    </div>
  );
}
