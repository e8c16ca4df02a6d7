import { useStoreTool } from '@/features/tools/hooks/useStoreTools';
import { ProblemError } from '@/lib/api/problem';
import { m } from '@/paraglide/messages';
import ComposerModel from './ComposerModel';

interface ToolComposerProps {
  toolId: string;
  place: string;
  text: string;
  history: number;
}

/** Who answers for a tool and what that likely costs; or that the tool can no longer be asked. */
export default function ToolComposer({ toolId, ...question }: ToolComposerProps) {
  const { data: tool, error } = useStoreTool(toolId);
  if (error instanceof ProblemError && error.problem.status === 404)
    return (
      <span role="status" className="text-sm text-warn">
        {m.tool_conversation_gone()}
      </span>
    );
  return tool ? <ComposerModel {...question} fixed={tool.model ?? null} /> : null;
}
