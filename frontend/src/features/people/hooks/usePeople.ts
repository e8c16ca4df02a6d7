import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { GroupMember, Role } from '@/lib/api/types';
import {
  addMember,
  createGroup,
  deleteGroup,
  listGroups,
  listMembers,
  listPeople,
  removeMember,
  setRoles,
  setSuspended,
} from '../api/people';

const pages = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { nextCursor?: string }) => page.nextCursor,
  placeholderData: keepPreviousData,
};

export const usePeople = (search: string, enabled = true) =>
  useInfiniteQuery({
    ...pages,
    enabled,
    queryKey: ['people', search],
    queryFn: ({ pageParam }) => listPeople(search, pageParam),
  });

export const useGroups = (search: string, enabled = true) =>
  useInfiniteQuery({
    ...pages,
    enabled,
    queryKey: ['groups', search],
    queryFn: ({ pageParam }) => listGroups(search, pageParam),
  });

export const useMembers = (groupId: string) =>
  useInfiniteQuery({
    ...pages,
    queryKey: ['members', groupId],
    queryFn: ({ pageParam }) => listMembers(groupId, pageParam),
  });

/** What an administrator changes about people and groups. */
export function usePeopleChanges() {
  const client = useQueryClient();
  const refresh = (...keys: string[]) =>
    Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })));
  return {
    roles: useMutation({
      mutationFn: ({ id, roles }: { id: string; roles: Role[] }) => setRoles(id, roles),
      onSuccess: () => refresh('people', 'me'),
    }),
    suspension: useMutation({
      mutationFn: ({ id, suspended }: { id: string; suspended: boolean }) => setSuspended(id, suspended),
      onSuccess: () => refresh('people'),
    }),
    createGroup: useMutation({
      mutationFn: (name: string) => createGroup(name),
      onSuccess: () => refresh('groups'),
    }),
    deleteGroup: useMutation({
      mutationFn: (id: string) => deleteGroup(id),
      onSuccess: () => refresh('groups', 'members', 'me'),
    }),
    addMember: useMutation({
      mutationFn: ({ groupId, member }: { groupId: string; member: Pick<GroupMember, 'kind' | 'id'> }) =>
        addMember(groupId, member),
      onSuccess: () => refresh('members', 'me'),
    }),
    removeMember: useMutation({
      mutationFn: ({ groupId, memberId }: { groupId: string; memberId: string }) =>
        removeMember(groupId, memberId),
      onSuccess: () => refresh('members', 'me'),
    }),
  };
}
