import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { m } from '@/paraglide/messages';
import { IconButton } from '../atoms/IconButton';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  wide?: boolean;
}

const FIELD = 'input:not([type=checkbox], [type=radio], [type=file]), textarea';

/** The platform's modal: it keeps the focus, closes with Escape and gives the focus back. */
export function Dialog({ title, onClose, children, footer, wide }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current!;
    element.showModal();
    // who is asked for something writes at once; React's autoFocus comes while nothing is to be seen yet
    element.querySelector<HTMLElement>(FIELD)?.focus();
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => event.target === event.currentTarget && onClose()}
      className={`max-h-[min(680px,calc(100dvh-32px))] w-[calc(100vw-32px)] animate-rise rounded-xl border border-line bg-surface p-0 shadow-float ${wide ? 'max-w-xl' : 'max-w-md'}`}
    >
      <div className="flex items-center justify-between gap-3 pt-4 pr-3 pl-5">
        <h2 id={titleId} className="text-lg font-semibold">
          {title}
        </h2>
        <IconButton icon={X} label={m.close()} onClick={onClose} />
      </div>
      <div className="px-5 pt-2 pb-5">{children}</div>
      {footer && <div className="flex flex-wrap justify-end gap-2 px-5 pb-5">{footer}</div>}
    </dialog>
  );
}
