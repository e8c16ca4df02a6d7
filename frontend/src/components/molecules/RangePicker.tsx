import { lengthOf, rangeOf, type DayRange, type RangeName } from '@/lib/days';
import { m } from '@/paraglide/messages';
import { Segments } from '../atoms/Segments';

export interface ChosenRange {
  name: RangeName;
  range: DayRange;
}

interface RangePickerProps {
  chosen: ChosenRange;
  today: string;
  onChoose: (chosen: ChosenRange) => void;
}

const MOST_DAYS = 400;
const field = 'h-9 min-w-0 rounded-md border border-line bg-surface px-2.5 text-sm hover:border-line-strong';

/** Today, seven days, this month, or any days up to a year or so. */
export function RangePicker({ chosen: { name, range }, today, onChoose }: RangePickerProps) {
  const set = (change: Partial<DayRange>) => {
    const next = { ...range, ...change };
    // an end that is no end moves with the other one
    if (next.from > next.to) Object.assign(next, change.from ? { to: next.from } : { from: next.to });
    if (lengthOf(next) <= MOST_DAYS) onChoose({ name: 'custom', range: next });
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Segments
        label={m.range_label()}
        value={name}
        options={[
          { value: 'today', label: m.range_today() },
          { value: 'week', label: m.range_week() },
          { value: 'month', label: m.range_month() },
          { value: 'custom', label: m.range_custom() },
        ]}
        onChange={(next) => onChoose({ name: next, range: next === 'custom' ? range : rangeOf(next, today) })}
      />
      {name === 'custom' && (
        <span className="flex items-center gap-1.5 text-sm text-ink-2">
          <input
            type="date"
            aria-label={m.range_from()}
            value={range.from}
            max={today}
            onChange={({ target }) => target.value && set({ from: target.value })}
            className={field}
          />
          <span aria-hidden>–</span>
          <input
            type="date"
            aria-label={m.range_to()}
            value={range.to}
            max={today}
            onChange={({ target }) => target.value && set({ to: target.value })}
            className={field}
          />
        </span>
      )}
    </div>
  );
}
