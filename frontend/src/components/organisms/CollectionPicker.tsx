import { BookOpen, Check } from 'lucide-react';
import { useRef } from 'react';
import type { Collection } from '@/lib/api/types';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';

interface CollectionPickerProps {
  collections: Collection[];
  chosen: string[];
  onChange: (ids: string[]) => void;
  /** What the button says while none is chosen; without it none means all. */
  none?: string;
  title?: string;
  most?: number;
}

/** Which collections a new conversation asks, all of them or only the chosen ones, or which a tool reads. */
export function CollectionPicker(props: CollectionPickerProps) {
  const { collections, chosen, onChange, none, title = m.scope_title(), most = 100 } = props;
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const open = () => {
    list.current!.showPopover();
    const at = button.current!.getBoundingClientRect();
    const { offsetHeight, offsetWidth, style } = list.current!;
    style.left = `${Math.max(8, Math.min(at.left, innerWidth - offsetWidth - 8))}px`;
    style.top = `${Math.max(8, at.top - offsetHeight - 6)}px`;
  };
  const names = collections.filter(({ id }) => chosen.includes(id)).map(({ name }) => shownName(name));
  const label =
    names.length === 0
      ? (none ?? m.scope_all())
      : names.length === 1
        ? names[0]!
        : m.scope_some({ count: names.length });
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="true"
        aria-label={none ? undefined : m.scope_label({ scope: label })}
        onClick={open}
        className="inline-flex h-8 max-w-full min-w-0 items-center gap-1.5 rounded-full border border-line px-3 text-sm text-ink-2 transition-colors duration-150 hover:border-line-strong hover:text-ink"
      >
        <Icon of={BookOpen} size={15} />
        <span className="truncate">{label}</span>
      </button>
      <div
        ref={list}
        popover="auto"
        role="group"
        aria-label={title}
        className="max-h-72 w-72 max-w-[calc(100vw-16px)] overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-float"
      >
        <p className="px-3 pt-2 pb-1 text-sm text-ink-2">{title}</p>
        {collections.map(({ id, name }) => {
          const checked = chosen.includes(id);
          return (
            <button
              key={id}
              type="button"
              role="checkbox"
              aria-checked={checked}
              disabled={!checked && chosen.length >= most}
              onClick={() => onChange(checked ? chosen.filter((each) => each !== id) : [...chosen, id])}
              className="flex min-h-9 w-full items-center gap-2.5 rounded-md px-3 py-1.5 text-left text-sm hover:bg-sunken disabled:opacity-50"
            >
              <span
                className={`grid size-4 shrink-0 place-items-center rounded-sm border ${checked ? 'border-accent bg-accent text-on-accent' : 'border-line-strong'}`}
              >
                {checked && <Icon of={Check} size={12} />}
              </span>
              {shownName(name)}
            </button>
          );
        })}
      </div>
    </>
  );
}
