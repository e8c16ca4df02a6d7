import type { ReactNode } from 'react';
import { BackLink } from '@/components/molecules/BackLink';
import type { Saving } from './useAutosave';
import { m } from '@/paraglide/messages';

interface EditorHeaderProps {
  title: string;
  /** Whether all is saved; nothing is said of a tool that cannot be changed. */
  dirty: boolean | undefined;
  saving?: Saving;
  children: ReactNode;
}

function savingText(dirty: boolean, saving: Saving | undefined): string {
  switch (saving?.state) {
    case 'saving':
      return m.studio_saving();
    case 'failed':
      return m.studio_save_failed();
    case 'refused':
      return m.studio_save_refused({ problem: saving.problem });
    default:
      return dirty ? m.studio_unsaved() : m.studio_saved();
  }
}

/** What is edited, whether it is saved, and what can be done; it stays in sight. */
export function EditorHeader({ title, dirty, saving, children }: EditorHeaderProps) {
  return (
    <header className="sticky top-0 z-[5] -mx-4 mb-4 border-b border-line bg-paper px-4 pt-4 pb-3">
      <BackLink to="/studio">{m.studio_back()}</BackLink>
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 basis-56">
          <h1 className="truncate text-xl font-semibold">{title}</h1>
          {dirty !== undefined && (
            <p
              role="status"
              className={`text-sm ${saving?.state === 'failed' || saving?.state === 'refused' ? 'text-danger' : 'text-ink-2'}`}
            >
              {savingText(dirty, saving)}
            </p>
          )}
        </div>
        {children}
      </div>
    </header>
  );
}
