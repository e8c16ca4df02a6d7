import { X } from 'lucide-react';
import { useStore } from '@/lib/store';
import { dismissToast, toasts } from '@/lib/toasts';
import { m } from '@/paraglide/messages';
import { IconButton } from '../atoms/IconButton';

/** What failed just now, in a corner above everything. */
export function Toaster() {
  const shown = useStore(toasts);
  return (
    <div role="alert" className="pointer-events-none fixed inset-x-4 bottom-20 z-40 flex flex-col items-end gap-2 md:bottom-4">
      {shown.map(({ id, title, detail }) => (
        <div
          key={id}
          className="pointer-events-auto flex w-full max-w-sm animate-rise gap-3 rounded-lg border border-line bg-surface py-3 pr-2 pl-4 shadow-float"
        >
          <div className="flex-1 text-sm">
            <p className="font-semibold text-danger">{title}</p>
            <p className="text-ink-2">{detail}</p>
          </div>
          <IconButton icon={X} label={m.close()} onClick={() => dismissToast(id)} />
        </div>
      ))}
    </div>
  );
}
