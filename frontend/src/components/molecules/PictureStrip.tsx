import { X } from 'lucide-react';
import type { Shown } from '@/lib/pictures';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';

interface PictureStripProps {
  pictures: readonly Shown[];
  /** Whether whoever answers reads pictures. */
  taken: boolean;
  onRemove: (picture: Shown) => void;
}

/** The pictures that leave with the next question, and what is to be known about them. */
export function PictureStrip({ pictures, taken, onRemove }: PictureStripProps) {
  return (
    <div className="px-2 pt-1">
      <ul className="flex flex-wrap gap-2" aria-label={m.pictures()}>
        {pictures.map((picture, index) => (
          <li key={picture.url ?? index} className="relative">
            <img
              src={picture.url}
              alt={picture.name ?? m.picture_number({ number: index + 1 })}
              className="size-16 rounded-md border border-line object-cover"
            />
            <button
              type="button"
              aria-label={m.picture_remove({ name: picture.name ?? m.picture_number({ number: index + 1 }) })}
              onClick={() => onRemove(picture)}
              className="absolute -top-1.5 -right-1.5 grid size-6 place-items-center rounded-full border border-line bg-surface text-ink-2 hover:text-ink"
            >
              <Icon of={X} size={14} />
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className={`mt-1.5 text-xs ${taken ? 'text-ink-3' : 'font-semibold text-warn'}`}>
        {taken ? m.pictures_not_masked() : m.pictures_not_taken()}
      </p>
    </div>
  );
}
