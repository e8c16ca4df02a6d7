import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Subject, ToolRole } from '@/lib/api/types';
import { listToolGrants, putToolGrant, removeToolGrant } from '../api/tools';

/** Who may do what with a tool, and changing it. */
export function useToolGrants(toolId: string) {
  const client = useQueryClient();
  const key = ['tools', 'grants', toolId];
  const query = useQuery({ queryKey: key, queryFn: () => listToolGrants(toolId) });
  const elsewhere = () =>
    Promise.all(
      [['tools', 'list'], ['tools', 'one', toolId], ['store']].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
  const put = useMutation({
    mutationFn: ({ subject, role }: { subject: Subject; role: ToolRole }) =>
      putToolGrant(toolId, subject, role),
    onSuccess: (grants) => {
      client.setQueryData(key, grants);
      return elsewhere();
    },
  });
  const remove = useMutation({
    mutationFn: (grantId: string) => removeToolGrant(toolId, grantId),
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: key }), elsewhere()]),
  });
  return { query, put, remove };
}
