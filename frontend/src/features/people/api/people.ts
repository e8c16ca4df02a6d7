import { api, data, intentKey } from '@/lib/api/client';
import type { GroupMember, Role } from '@/lib/api/types';

const page = (query: string, cursor?: string) => ({
  params: { query: { limit: 50, ...(query ? { query } : {}), ...(cursor ? { cursor } : {}) } },
});

export const listPeople = (query: string, cursor?: string) =>
  data(api.GET('/v1/people', page(query, cursor)));

export const setRoles = (personId: string, roles: Role[]) =>
  data(api.PUT('/v1/people/{personId}/roles', { params: { path: { personId } }, body: { roles } }));

export const setSuspended = (personId: string, suspended: boolean) =>
  data(api.PUT('/v1/people/{personId}/suspension', { params: { path: { personId } }, body: { suspended } }));

export const listGroups = (query: string, cursor?: string) =>
  data(api.GET('/v1/groups', page(query, cursor)));

export const createGroup = (name: string) =>
  data(api.POST('/v1/groups', { params: { header: { 'Idempotency-Key': intentKey() } }, body: { name } }));

export const deleteGroup = (groupId: string) =>
  data(api.DELETE('/v1/groups/{groupId}', { params: { path: { groupId } } }));

export const listMembers = (groupId: string, cursor?: string) =>
  data(
    api.GET('/v1/groups/{groupId}/members', {
      params: { path: { groupId }, query: { limit: 50, ...(cursor ? { cursor } : {}) } },
    }),
  );

export const addMember = (groupId: string, { kind, id }: Pick<GroupMember, 'kind' | 'id'>) =>
  data(api.POST('/v1/groups/{groupId}/members', { params: { path: { groupId } }, body: { kind, id } }));

export const removeMember = (groupId: string, memberId: string) =>
  data(api.DELETE('/v1/groups/{groupId}/members/{memberId}', { params: { path: { groupId, memberId } } }));
