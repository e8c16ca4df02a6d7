import { Button } from '@/components/atoms/Button';
import { m } from '@/paraglide/messages';

interface ConflictNoticeProps {
  busy: boolean;
  onLoad: () => void;
  onKeep: () => void;
}

/** Somebody saved between reading and saving: the person decides whose words stay. */
export function ConflictNotice({ busy, onLoad, onKeep }: ConflictNoticeProps) {
  return (
    <div role="alert" className="rounded-lg border border-warn bg-warn-soft px-4 py-3">
      <p className="font-semibold">{m.studio_conflict()}</p>
      <p className="mt-0.5 text-sm">{m.studio_conflict_text()}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button disabled={busy} onClick={onLoad}>
          {m.studio_conflict_load()}
        </Button>
        <Button disabled={busy} onClick={onKeep}>
          {m.studio_conflict_keep()}
        </Button>
      </div>
    </div>
  );
}
