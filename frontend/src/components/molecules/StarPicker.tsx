import { Star } from 'lucide-react';
import { useId } from 'react';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';

const STARS = [1, 2, 3, 4, 5];

interface StarPickerProps {
  label: string;
  /** 0 for none yet. */
  value: number;
  onChange: (stars: number) => void;
}

/** One to five stars; arrow keys move as in any group of choices. */
export function StarPicker({ label, value, onChange }: StarPickerProps) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold text-ink-2">{label}</legend>
      <div className="flex">
        {STARS.map((stars) => (
          <label
            key={stars}
            className="grid size-9 cursor-pointer place-items-center rounded-md border border-transparent text-warn focus-within:border-accent"
          >
            <input
              type="radio"
              name={name}
              value={stars}
              checked={value === stars}
              aria-label={m.stars({ count: String(stars) })}
              onChange={() => onChange(stars)}
              className="sr-only"
            />
            <Icon of={Star} size={22} className={stars <= value ? 'fill-current' : ''} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
