const TINTS = [
  'bg-accent-soft text-accent',
  'bg-warn-soft text-warn',
  'bg-danger-soft text-danger',
  'bg-sunken text-ink-2',
] as const;

const hash = (text: string) =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) >>> 0, 7);

/** A person or group by the last two letters of a Korean name or the initials of any other. */
export function Avatar({ name }: { name: string }) {
  const letters = /^[가-힣]{2,}$/.test(name)
    ? name.slice(-2)
    : name
        .split(/\s+/)
        .slice(0, 2)
        .map((word) => word[0] ?? '')
        .join('')
        .toUpperCase();
  return (
    <span
      aria-hidden
      className={`grid size-8 shrink-0 place-items-center rounded-full text-xs font-semibold ${TINTS[hash(name) % TINTS.length]}`}
    >
      {letters || '?'}
    </span>
  );
}
