import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { listGlossary, putGlossary, removeEntry, type GlossaryDraft } from '../api/glossary';

const key = ['glossary'];

export const useGlossary = () => useQuery({ queryKey: key, queryFn: listGlossary });

/** Adding, replacing and removing entries; searches that were made before are asked again. */
export function useGlossaryChanges() {
  const client = useQueryClient();
  const searchesChange = () =>
    Promise.all(['search', 'inspection'].map((each) => client.invalidateQueries({ queryKey: [each] })));
  return {
    put: useMutation({
      mutationFn: (entries: GlossaryDraft[]) => putGlossary(entries),
      onSuccess: (list) => {
        client.setQueryData(key, list);
        return searchesChange();
      },
    }),
    remove: useMutation({
      mutationFn: (id: string) => removeEntry(id),
      onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: key }), searchesChange()]),
    }),
  };
}
