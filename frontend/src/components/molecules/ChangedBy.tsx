import { dateText } from '@/lib/format';
import { m } from '@/paraglide/messages';

/** Who changed something last, and when. */
export function ChangedBy({ changed }: { changed: { at: string; by?: string } | undefined }) {
  if (!changed) return null;
  return (
    <span className="text-xs whitespace-nowrap text-ink-3">
      {m.changed_by({ name: changed.by ?? m.changed_by_gone(), date: dateText(changed.at) })}
    </span>
  );
}
