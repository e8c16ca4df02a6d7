import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, Ref } from 'react';
import { Icon } from './Icon';

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: LucideIcon;
  label: string;
  pressed?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** An icon that acts; its label is read aloud and shown on hover. */
export function IconButton({ icon, label, pressed, className = '', ref, ...rest }: IconButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      className={`grid size-8 shrink-0 place-items-center rounded-md transition-colors duration-150 hover:bg-sunken hover:text-ink disabled:opacity-40 ${pressed ? 'text-accent' : 'text-ink-2'} ${className}`}
      {...rest}
    >
      <Icon of={icon} />
    </button>
  );
}
