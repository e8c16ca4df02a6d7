import { Star } from 'lucide-react';
import type { ToolRated } from '@/lib/api/types';
import { numberText, tenthsText } from '@/lib/format';
import { m } from '@/paraglide/messages';
import { Icon } from './Icon';

/** How people rate a tool; nothing while nobody did, and no average of a few. */
export function Rated({ rating: { count, average } }: { rating: ToolRated }) {
  if (!count) return null;
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap tabular-nums">
      <Icon of={Star} size={14} className="fill-current text-warn" />
      {average === undefined
        ? m.rated_few({ count: numberText(count) })
        : m.rated({ average: tenthsText(average), count: numberText(count) })}
    </span>
  );
}
