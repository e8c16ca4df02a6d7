import type { ReactNode } from 'react';

interface FailureCardProps {
  title: string;
  detail: string;
  /** What can be done about it. */
  children: ReactNode;
}

/** What went wrong in the course of a conversation, why, and what to do. */
export function FailureCard({ title, detail, children }: FailureCardProps) {
  return (
    <div role="alert" className="mt-2 max-w-prose rounded-lg border border-line bg-danger-soft px-4 py-3">
      <p className="font-semibold text-danger">{title}</p>
      <p className="mt-0.5 text-sm text-ink">{detail}</p>
      <div className="mt-3 flex flex-wrap gap-2">{children}</div>
    </div>
  );
}
