import { useModels } from '@/features/models/hooks/useModels';
import { m } from '@/paraglide/messages';

/** A model or policy by the name that people see; one that is gone by its id. */
export function useModelName() {
  const { models } = useModels();
  return (id: string | undefined) =>
    id ? (models?.find((each) => each.id === id)?.name ?? id) : m.tool_model_usual();
}
