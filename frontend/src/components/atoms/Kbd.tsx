/** A key as it is printed on the keyboard. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="rounded border border-line bg-surface px-1.5 font-sans text-xs text-ink-2">
      {children}
    </kbd>
  );
}
