import { useModels } from '@/features/models/hooks/useModels';
import { m } from '@/paraglide/messages';

/** Says that nobody can choose a tool's model or policy any more, so that the tool cannot answer. */
export function ModelGone({ model }: { model: string | undefined }) {
  const { models } = useModels();
  if (!model || !models || models.some(({ id }) => id === model)) return null;
  return (
    <p role="status" className="mt-4 rounded-md bg-warn-soft px-4 py-2.5 text-sm">
      {m.tool_model_gone({ model })}
    </p>
  );
}
