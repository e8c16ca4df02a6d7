import type { InputHTMLAttributes, Ref } from 'react';

interface TextInputProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  labelHidden?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** One line of text with its label. */
export function TextInput({ label, labelHidden, className = '', ref, ...rest }: TextInputProps) {
  return (
    <label className="block">
      <span className={labelHidden ? 'sr-only' : 'mb-1.5 block text-sm font-semibold text-ink-2'}>
        {label}
      </span>
      <input
        ref={ref}
        className={`h-10 w-full rounded-md border border-line bg-surface px-3 text-base text-ink placeholder:text-ink-3 hover:border-line-strong ${className}`}
        {...rest}
      />
    </label>
  );
}
