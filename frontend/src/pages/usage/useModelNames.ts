import { useCallback, useMemo } from 'react';
import { useModels } from '@/features/models/hooks/useModels';

/** What a model is called that reports know as `provider/model`; one that cannot be chosen any more keeps its id. */
export function useModelNames(): (model: string) => string {
  const { models } = useModels();
  const names = useMemo(() => new Map(models?.map(({ id, name }) => [id, name])), [models]);
  return useCallback(
    (model) => {
      const id = model.slice(model.indexOf('/') + 1);
      return names.get(id) ?? id;
    },
    [names],
  );
}
