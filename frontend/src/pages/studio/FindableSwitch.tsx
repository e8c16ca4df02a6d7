import { Switch } from '@/components/atoms/Switch';
import { CopyButton } from '@/components/molecules/CopyButton';
import { useFindable } from '@/features/tools/hooks/useAccess';
import { m } from '@/paraglide/messages';

/** Lets everybody who has the address know of a tool and ask for it. */
export function FindableSwitch({ toolId, editable }: { toolId: string; editable: boolean }) {
  const { query, put } = useFindable(toolId);
  if (!query.data) return null;
  const { findable } = query.data;
  return (
    <div className="mt-5 border-t border-line pt-4">
      <div className="flex items-center gap-3">
        <span className="min-w-0 flex-1 text-sm font-semibold">{m.studio_findable()}</span>
        <Switch
          label={m.studio_findable()}
          on={findable}
          disabled={!editable || put.isPending}
          onChange={(on) => put.mutate(on)}
        />
      </div>
      <p className="mt-1 text-sm text-ink-2">{m.studio_findable_text()}</p>
      <p className="mt-2 flex items-center gap-2 text-sm text-ink-2">
        <span className="min-w-0 truncate">{`${location.origin}/store/${toolId}`}</span>
        <CopyButton text={`${location.origin}/store/${toolId}`} />
      </p>
    </div>
  );
}
