import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useStore } from '@/lib/store';
import { dismissToast, toasts } from '@/lib/toasts';
import { m } from '@/paraglide/messages';
import { IconButton } from '../atoms/IconButton';

/** What failed just now, or still goes on, in a corner above everything. */
export function Toaster() {
  const shown = useStore(toasts);
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Shown again for each failure, so that it stands above a dialog that was opened since.
    layer.current!.hidePopover();
    if (shown.length) layer.current!.showPopover();
  }, [shown]);
  return (
    <div
      ref={layer}
      role="alert"
      popover="manual"
      className="pointer-events-none fixed top-auto right-4 bottom-20 left-4 space-y-2 bg-transparent md:bottom-4 md:left-auto"
    >
      {shown.map(({ id, title, detail, calm, link }) => (
        <div
          key={id}
          className="pointer-events-auto flex w-full max-w-sm animate-rise md:w-96 gap-3 rounded-lg border border-line bg-surface py-3 pr-2 pl-4 shadow-float"
        >
          <div className="min-w-0 flex-1 text-sm">
            <p className={`font-semibold ${calm ? '' : 'text-danger'}`}>{title}</p>
            <p className="text-ink-2 [overflow-wrap:anywhere]">{detail}</p>
            {link && (
              <Link
                to={link.to}
                state={link.state}
                onClick={() => dismissToast(id)}
                className="font-semibold text-accent underline underline-offset-4"
              >
                {link.text}
              </Link>
            )}
          </div>
          <IconButton icon={X} label={m.close()} onClick={() => dismissToast(id)} />
        </div>
      ))}
    </div>
  );
}
