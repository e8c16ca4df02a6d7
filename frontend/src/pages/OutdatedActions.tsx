import { Button } from '@/components/atoms/Button';
import type { Tool } from '@/lib/api/types';
import { m } from '@/paraglide/messages';

interface OutdatedActionsProps {
  tool: Tool;
  busy?: boolean;
  /** Takes what the sources say now; none where the tool may not be changed. */
  onTake?: (() => void) | undefined;
}

/** Says that a tool's actions are others by now than those that it was made or released with. */
export function OutdatedActions({ tool, busy, onTake }: OutdatedActionsProps) {
  const used = tool.outdatedInUse ?? [];
  const made = tool.outdatedActions ?? [];
  if (used.length + made.length === 0) return null;
  return (
    <div role="status" data-outdated className="rounded-lg border border-warn bg-warn-soft px-4 py-3 text-sm">
      {used.length > 0 && <p>{m.outdated_in_use({ names: used.join(', ') })}</p>}
      {made.length > 0 && <p>{m.outdated_made({ names: made.join(', ') })}</p>}
      {made.length > 0 && onTake && (
        <Button className="mt-3" disabled={busy} onClick={onTake}>
          {m.outdated_take()}
        </Button>
      )}
    </div>
  );
}
