import { useCallback, useMemo } from 'react';
import { useAllModels } from '@/features/models/hooks/useAdministration';
import { useModels } from '@/features/models/hooks/useModels';
import { useMe } from '@/features/session/hooks/useMe';

/** What a model is called that reports know as `provider/model`; one that is gone keeps its id. */
export function useModelNames(): (model: string) => string {
  const { models } = useModels();
  const admin = useMe().data?.roles.includes('admin') ?? false;
  const all = useAllModels(admin).data?.items;
  const names = useMemo(() => new Map((all ?? models)?.map(({ id, name }) => [id, name])), [all, models]);
  return useCallback(
    (model) => {
      const id = model.slice(model.indexOf('/') + 1);
      return names.get(id) ?? id;
    },
    [names],
  );
}
