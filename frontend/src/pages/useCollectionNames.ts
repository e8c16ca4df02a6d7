import { useCollections } from '@/features/library/hooks/useCollections';
import { shownName } from '@/lib/shownName';

/** Names of collections by their ids; nothing for those that the person may not read. */
export function useCollectionNames() {
  const { collections } = useCollections();
  const names = new Map(collections?.map(({ id, name }) => [id, shownName(name)]));
  return { collections, nameOf: (id: string) => names.get(id) };
}
