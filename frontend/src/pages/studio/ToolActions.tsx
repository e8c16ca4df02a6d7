import { useActionSources } from '@/features/tools/hooks/useActionSources';
import type { ToolAction } from '@/lib/api/types';
import { m } from '@/paraglide/messages';

const MOST = 20;

interface ToolActionsProps {
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}

/** What a tool may do outside, picked from what administrators brought in. */
export function ToolActions({ chosen, onChange }: ToolActionsProps) {
  const { data } = useActionSources();
  const known = data?.items.flatMap(({ actions }) => actions) ?? [];
  const gone = chosen.filter((id) => !known.some((action) => action.id === id));
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  const row = (id: string, label: string, action?: ToolAction) => (
    <li key={id}>
      <label className="flex items-start gap-2.5 py-1.5">
        <input
          type="checkbox"
          className="mt-1 accent-accent"
          checked={chosen.includes(id)}
          disabled={!chosen.includes(id) && chosen.length >= MOST}
          onChange={() => toggle(id)}
        />
        <span className="min-w-0">
          <span className="block [overflow-wrap:anywhere]">{label}</span>
          {action && (
            <span className="block text-sm text-ink-2">
              {action.writing ? m.tool_action_writes() : m.tool_action_reads()}
            </span>
          )}
        </span>
      </label>
    </li>
  );
  if (!data) return null;
  if (known.length + gone.length === 0)
    return <p className="text-sm text-ink-2">{m.studio_actions_none()}</p>;
  return (
    <ul aria-label={m.tool_actions()}>
      {known.map((action) => row(action.id, `${action.source} · ${action.name} (${action.host})`, action))}
      {gone.map((id) => row(id, m.tool_action_gone()))}
    </ul>
  );
}
