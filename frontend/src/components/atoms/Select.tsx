import { ChevronDown } from 'lucide-react';
import { Icon } from './Icon';

interface SelectProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  disabled?: boolean;
  /** Whether the label stands above the list, as it does in forms. */
  labelled?: boolean;
}

/** The platform's own list, so that it works with every keyboard, reader and phone. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, value, options, onChange, disabled, labelled } = props;
  const list = (
    <span className="relative inline-flex max-w-full items-center">
      <select
        aria-label={label}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value as T)}
        className="h-9 max-w-full grow appearance-none rounded-md border border-line bg-surface pr-8 pl-3 text-sm text-ink hover:border-line-strong disabled:opacity-60"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon of={ChevronDown} size={16} className="pointer-events-none absolute right-2.5 text-ink-3" />
    </span>
  );
  if (!labelled) return list;
  return (
    <label className="block min-w-0 max-w-full">
      <span className="mb-1.5 block text-sm font-semibold text-ink-2">{label}</span>
      {list}
    </label>
  );
}
