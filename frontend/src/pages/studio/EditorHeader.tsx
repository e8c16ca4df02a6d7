import type { ReactNode } from 'react';
import { BackLink } from '@/components/molecules/BackLink';
import { m } from '@/paraglide/messages';

interface EditorHeaderProps {
  title: string;
  /** Whether all is saved; nothing is said of a tool that cannot be changed. */
  dirty: boolean | undefined;
  children: ReactNode;
}

/** What is edited, whether it is saved, and what can be done; it stays in sight. */
export function EditorHeader({ title, dirty, children }: EditorHeaderProps) {
  return (
    <header className="sticky top-0 z-[5] -mx-4 mb-4 border-b border-line bg-paper px-4 pt-4 pb-3">
      <BackLink to="/studio">{m.studio_back()}</BackLink>
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 basis-56">
          <h1 className="truncate text-xl font-semibold">{title}</h1>
          {dirty !== undefined && (
            <p className="text-sm text-ink-2">{dirty ? m.studio_unsaved() : m.studio_saved()}</p>
          )}
        </div>
        {children}
      </div>
    </header>
  );
}
