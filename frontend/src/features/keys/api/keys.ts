import { api, data } from '@/lib/api/client';

export const listKeys = () => data(api.GET('/v1/me/keys'));

export const createKey = (name: string, days: number) =>
  data(api.POST('/v1/me/keys', { body: { name, days } }));

export const revokeKey = (keyId: string) =>
  data(api.DELETE('/v1/me/keys/{keyId}', { params: { path: { keyId } } }));
