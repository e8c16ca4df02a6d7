import { Button } from '@/components/atoms/Button';
import { momentText } from '@/lib/format';
import { m } from '@/paraglide/messages';

interface LeftNoticeProps {
  at: number;
  onTake: () => void;
  onDrop: () => void;
}

/** What was written in this browser and never saved, offered back. */
export function LeftNotice({ at, onTake, onDrop }: LeftNoticeProps) {
  return (
    <div role="status" className="rounded-lg border border-warn bg-surface px-4 py-3">
      <p className="font-semibold">{m.studio_left_title()}</p>
      <p className="text-sm text-ink-2">
        {m.studio_left_text({ when: momentText(new Date(at).toISOString()) })}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button look="primary" onClick={onTake}>
          {m.studio_left_take()}
        </Button>
        <Button onClick={onDrop}>{m.studio_left_drop()}</Button>
      </div>
    </div>
  );
}
