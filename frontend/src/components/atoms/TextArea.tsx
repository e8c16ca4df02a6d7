import type { TextareaHTMLAttributes } from 'react';

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  label: string;
}

/** Lines of text with their label; it grows with what is written. */
export function TextArea({ label, className = '', ...rest }: TextAreaProps) {
  return (
    <label className="block">
      <span className="mb-1.5 block text-sm font-semibold text-ink-2">{label}</span>
      <textarea
        className={`block field-sizing-content max-h-[60vh] w-full resize-y rounded-md border border-line bg-surface px-3 py-2 text-base text-ink placeholder:text-ink-3 hover:border-line-strong ${className}`}
        {...rest}
      />
    </label>
  );
}
