import { api, data } from '@/lib/api/client';

export interface GlossaryDraft {
  term: string;
  synonyms: string[];
}

export const listGlossary = () => data(api.GET('/v1/admin/glossary'));

export const putGlossary = (entries: GlossaryDraft[]) =>
  data(api.POST('/v1/admin/glossary', { body: { entries } }));

export const removeEntry = (entryId: string) =>
  data(api.DELETE('/v1/admin/glossary/{entryId}', { params: { path: { entryId } } }));
