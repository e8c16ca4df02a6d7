import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createKey, listKeys, revokeKey } from '../api/keys';

export const useKeys = () => useQuery({ queryKey: ['keys'], queryFn: listKeys });

/** Making and revoking keys; a key that was made is nowhere but in the mutation's own result. */
export function useKeyChanges() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['keys'] });
  return {
    create: useMutation({
      mutationFn: ({ name, days }: { name: string; days: number }) => createKey(name, days),
      onSuccess,
      gcTime: 0,
    }),
    revoke: useMutation({ mutationFn: revokeKey, onSuccess }),
  };
}
