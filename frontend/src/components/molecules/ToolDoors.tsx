import { m } from '@/paraglide/messages';
import { CopyButton } from './CopyButton';

interface ToolDoorsProps {
  toolId: string;
  origin: string;
  /** Whether it asks by a form. */
  form: boolean;
}

/** How programs name a tool: as a model, as an operation and as a tool of MCP. */
export function ToolDoors({ toolId, origin, form }: ToolDoorsProps) {
  const doors = [
    { name: m.tool_doors_model(), text: `tool-${toolId}` },
    { name: m.tool_doors_operation(), text: `POST ${origin}/v1/store/tools/${toolId}/runs` },
    { name: m.tool_doors_mcp(), text: `tool_${toolId.replaceAll('-', '')}` },
  ];
  return (
    <section className="mt-7">
      <h2 className="mb-1 font-semibold">{m.tool_doors()}</h2>
      <p className="text-sm text-ink-2">{m.tool_doors_text()}</p>
      {form && <p className="text-sm text-ink-2">{m.tool_doors_form()}</p>}
      <ul className="mt-2 divide-y divide-line">
        {doors.map(({ name, text }) => (
          <li key={name} className="flex items-center gap-2 py-2">
            <div className="min-w-0 flex-1">
              <p className="text-sm text-ink-2">{name}</p>
              <code className="font-mono text-sm [overflow-wrap:anywhere]">{text}</code>
            </div>
            <CopyButton text={text} />
          </li>
        ))}
      </ul>
    </section>
  );
}
