import { useModels } from '@/features/models/hooks/useModels';
import { m } from '@/paraglide/messages';

/** Says that nobody can choose a tool's model or policy any more, so that the tool cannot answer; to who only uses it, whom to tell. */
export function ModelGone({ model, using }: { model: string | undefined; using?: boolean }) {
  const { models } = useModels();
  if (!model || !models || models.some(({ id }) => id === model)) return null;
  return (
    <p role="status" className="mt-4 rounded-md bg-warn-soft px-4 py-2.5 text-sm">
      {using ? m.tool_model_gone_using() : m.tool_model_gone({ model })}
    </p>
  );
}
