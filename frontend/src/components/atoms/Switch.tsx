interface SwitchProps {
  label: string;
  on: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}

/** On or off, at once. */
export function Switch({ label, on, disabled, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={() => onChange(!on)}
      className={`h-6 w-10 shrink-0 rounded-full border p-0.5 transition-colors duration-150 disabled:opacity-50 ${on ? 'border-accent bg-accent' : 'border-line-strong bg-sunken'}`}
    >
      <span
        className={`block size-[18px] rounded-full transition-transform duration-150 ${on ? 'translate-x-4 bg-on-accent' : 'bg-ink-3'}`}
      />
    </button>
  );
}
