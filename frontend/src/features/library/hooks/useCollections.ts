import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Collection } from '@/lib/api/types';
import {
  createCollection,
  deleteCollection,
  listCollections,
  listCollectionTools,
  renameCollection,
  setClearance,
} from '../api/collections';

/** All pages: a list to look through must not hide what is on the second. */
async function allCollections(): Promise<Collection[]> {
  const all: Collection[] = [];
  let cursor: string | undefined;
  do {
    const page = await listCollections(cursor);
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return all;
}

/** The collections that the person may read. */
export const useCollections = () => {
  const query = useQuery({ queryKey: ['collections'], queryFn: allCollections });
  return { query, collections: query.data };
};

/** The live tools that read a collection, as far as the person may know of them. */
export const useCollectionTools = (collectionId: string) =>
  useQuery({
    queryKey: ['collection-tools', collectionId],
    queryFn: () => listCollectionTools(collectionId),
  });

/** Making, renaming, saying for whom it is, and deleting; the list follows. */
export function useCollectionChanges() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['collections'] });
  return {
    create: useMutation({ mutationFn: (name: string) => createCollection(name), onSuccess }),
    rename: useMutation({
      mutationFn: ({ id, name }: { id: string; name: string }) => renameCollection(id, name),
      onSuccess,
    }),
    clear: useMutation({
      mutationFn: ({ id, clearance }: { id: string; clearance: Collection['clearance'] }) =>
        setClearance(id, clearance),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: (id: string) => deleteCollection(id), onSuccess }),
  };
}
