import { expect, test } from 'vitest';
import { changed, filters, requestOf } from './searchAddress';

test('nothing is searched for without a question', () => {
  expect(requestOf(new URLSearchParams('q=%20&format=pdf'))).toBeUndefined();
});

test('the address says everything, and a day ends where the next begins', () => {
  const params = new URLSearchParams(
    'q=연차&in=a&in=b&format=doc,docx&name=규칙&from=2026-01-31&to=2026-01-31',
  );
  expect(requestOf(params)).toEqual({
    text: '연차',
    limit: 20,
    collectionIds: ['a', 'b'],
    formats: ['doc', 'docx'],
    documentName: '규칙',
    uploadedFrom: new Date(2026, 0, 31).toISOString(),
    uploadedBefore: new Date(2026, 1, 1).toISOString(),
  });
  expect(filters(params)).toBe(5);
});

test('a day that is none is no filter', () => {
  expect(requestOf(new URLSearchParams('q=x&from=yesterday'))).toEqual({ text: 'x', limit: 20 });
});

test('an empty value leaves the address', () => {
  expect(changed(new URLSearchParams('q=x&format=pdf'), 'format', ['']).toString()).toBe('q=x');
});

test('tags and what is known of a document are filters too; half a pair is none', () => {
  const params = new URLSearchParams('q=x&tag=인사&tag=규정&known=부서=인사팀&known=half');
  expect(requestOf(params)).toMatchObject({ tags: ['인사', '규정'], metadata: { 부서: '인사팀' } });
  expect(requestOf(new URLSearchParams('q=x&known=half'))).not.toHaveProperty('metadata');
  expect(filters(params)).toBe(2);
});
