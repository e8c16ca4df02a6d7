import type { LucideIcon } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { Icon } from '../atoms/Icon';
import { IconButton } from '../atoms/IconButton';

export interface MenuItem {
  label: string;
  icon: LucideIcon;
  danger?: boolean;
  checked?: boolean;
  onSelect: () => void;
}

interface MenuProps {
  label: string;
  icon: LucideIcon;
  items: readonly MenuItem[];
  className?: string;
  above?: boolean;
}

/** A button that opens a list of actions; arrows move, Escape and a click elsewhere close. */
export function Menu({ label, icon, items, className, above }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const open = () => {
    const menu = list.current!;
    menu.showPopover();
    const at = button.current!.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = menu;
    const below = !above && at.bottom + height + 8 < innerHeight;
    menu.style.left = `${Math.max(8, Math.min(at.right - width, innerWidth - width - 8))}px`;
    menu.style.top = `${Math.max(8, below ? at.bottom + 4 : at.top - height - 4)}px`;
    menu.querySelector('button')?.focus();
  };
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...list.current!.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <>
      <IconButton
        ref={button}
        icon={icon}
        label={label}
        aria-haspopup="menu"
        className={className}
        onClick={open}
      />
      <div
        ref={list}
        role="menu"
        popover="auto"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={move}
        className="min-w-44 rounded-lg border border-line bg-surface p-1 shadow-float"
      >
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked={item.checked}
            onClick={() => {
              list.current!.hidePopover();
              item.onSelect();
            }}
            className={`flex h-9 w-full items-center gap-2.5 rounded-md px-2.5 text-left text-sm hover:bg-sunken ${item.danger ? 'text-danger' : 'text-ink'} ${item.checked ? 'font-semibold' : ''}`}
          >
            <Icon of={item.icon} size={16} className={item.checked ? 'text-accent' : ''} />
            {item.label}
          </button>
        ))}
      </div>
    </>
  );
}
