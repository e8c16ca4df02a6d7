import { Link } from 'react-router';
import { ToolMark } from '@/components/atoms/ToolMark';
import { useStoreTool } from '@/features/tools/hooks/useStoreTools';
import { toolName } from '@/lib/toolText';
import { m } from '@/paraglide/messages';

/** With which tool one talks; it leads to what the tool is. */
export default function ToolTitle({ toolId }: { toolId: string }) {
  const { data: tool, error } = useStoreTool(toolId);
  // of what is gone, the composer tells
  if (!tool || error) return null;
  const name = toolName(tool);
  return (
    <Link
      to={`/store/${toolId}`}
      aria-label={m.tool_about({ name })}
      title={m.tool_about({ name })}
      className="ml-auto flex min-w-0 shrink items-center gap-2 rounded-md px-1.5 py-1 text-sm font-semibold text-ink transition-colors duration-150 hover:bg-sunken"
    >
      <ToolMark icon={tool.icon} id={toolId} size="sm" />
      <span className="truncate">{name}</span>
    </Link>
  );
}
