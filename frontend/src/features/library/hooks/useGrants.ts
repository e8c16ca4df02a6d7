import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CollectionRole, Subject } from '@/lib/api/types';
import { listGrants, putGrant, removeGrant } from '../api/collections';

/** Who may do what with a collection, and changing it. */
export function useGrants(collectionId: string) {
  const client = useQueryClient();
  const key = ['grants', collectionId];
  const query = useQuery({ queryKey: key, queryFn: () => listGrants(collectionId) });
  const shownElsewhere = () => client.invalidateQueries({ queryKey: ['collections'] });
  const put = useMutation({
    mutationFn: ({ subject, role }: { subject: Subject; role: CollectionRole }) =>
      putGrant(collectionId, subject, role),
    onSuccess: (grants) => {
      client.setQueryData(key, grants);
      return shownElsewhere();
    },
  });
  const remove = useMutation({
    mutationFn: (grantId: string) => removeGrant(collectionId, grantId),
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: key }), shownElsewhere()]),
  });
  return { query, put, remove };
}
