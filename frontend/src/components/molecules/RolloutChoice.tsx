import { SHARES, shareText } from '@/lib/rolloutText';
import { m } from '@/paraglide/messages';
import { Select } from '../atoms/Select';

/** With how many people a release begins. */
export function RolloutChoice({ value, onChange }: { value: number; onChange: (percent: number) => void }) {
  const shares: number[] = [...SHARES];
  // what was chosen elsewhere stays to choose
  if (!shares.includes(value)) shares.push(value);
  return (
    <div className="mt-4">
      <Select
        labelled
        label={m.rollout()}
        value={String(value)}
        options={shares
          .toSorted((a, b) => a - b)
          .map((share) => ({ value: String(share), label: shareText(share) }))}
        onChange={(share) => onChange(Number(share))}
      />
      <p className="mt-1.5 text-sm text-ink-2">{m.rollout_hint()}</p>
    </div>
  );
}
