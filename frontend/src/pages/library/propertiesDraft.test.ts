import { expect, test } from 'vitest';
import type { DocumentItem } from '@/lib/api/types';
import { changesOf, draftOf, faultOf, metadataIn } from './propertiesDraft';

const document = (id: string, rest: Partial<DocumentItem> = {}): DocumentItem => ({
  id,
  name: id,
  collectionId: 'c',
  size: 1,
  contentType: 'text/plain',
  status: 'READY',
  passageCount: 1,
  embeddedCount: 1,
  createdBy: { id: 'p', name: '이도윤' },
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  ...rest,
});

test('a document saved unchanged stays as it is', () => {
  const known = document('a', {
    tags: ['인사', '규정'],
    metadata: { 부서: '인사팀' },
    expiresAt: new Date(2027, 0, 1).toISOString(),
  });
  const draft = draftOf([known]);
  expect(draft.lastDay).toBe('2026-12-31');
  expect(changesOf(draft, [known])).toEqual([
    {
      id: 'a',
      properties: { tags: known.tags, metadata: known.metadata, expiresAt: known.expiresAt },
    },
  ]);
});

test('to several it adds and takes nothing away', () => {
  const first = document('a', {
    tags: ['인사'],
    metadata: { 부서: '인사팀' },
    expiresAt: '2027-01-01T00:00:00Z',
  });
  const changes = changesOf({ tags: '규정, 인사', metadata: '연도: 2026', lastDay: '' }, [
    first,
    document('b'),
  ]);
  expect(changes[0]!.properties).toEqual({
    tags: ['인사', '규정'],
    metadata: { 부서: '인사팀', 연도: '2026' },
    expiresAt: '2027-01-01T00:00:00Z',
  });
  expect(changes[1]!.properties).toEqual({ tags: ['규정', '인사'], metadata: { 연도: '2026' } });
});

test('lines that say nothing are faults', () => {
  expect(metadataIn('부서: 인사팀\n\n연도=2026')).toEqual({ 부서: '인사팀', 연도: '2026' });
  expect(metadataIn('부서')).toBeUndefined();
  expect(faultOf({ tags: '', metadata: '부서:', lastDay: '' })).toBe('metadata');
  expect(faultOf({ tags: 'x'.repeat(51), metadata: '', lastDay: '' })).toBe('tags');
  expect(faultOf({ tags: 'x', metadata: '', lastDay: '' })).toBeUndefined();
});
