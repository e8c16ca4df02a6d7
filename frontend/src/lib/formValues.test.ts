import { describe, expect, it, vi } from 'vitest';
import type { ToolInput } from './api/types';

vi.mock('./locale', () => ({ locale: { get: () => 'ko' } }));
const { filledOf, readForm, valuesOf } = await import('./formValues');

const inputs: ToolInput[] = [
  { name: 'title', kind: 'text', label: { ko: '제목' } },
  { name: 'body', kind: 'long_text', label: { ko: '내용' } },
  { name: 'paper', kind: 'file', label: { ko: '자료' } },
];

describe('a filled form', () => {
  it('is read in the order of the form, without what was left empty', () => {
    const values = filledOf(inputs, {
      gone: { value: 'x' },
      paper: { value: 'a,b', fileName: '표.csv' },
      body: { value: '하나\n둘' },
      title: { value: ' ' },
    });
    expect(Object.keys(values)).toEqual(['body', 'paper']);
    expect(readForm(inputs, values)).toBe('내용:\n하나\n둘\n자료: 표.csv');
  });

  it('is filled again with what was sent', () => {
    expect(
      valuesOf([
        { name: 'title', label: '제목', value: '가' },
        { name: 'paper', label: '자료', value: '', imageId: 'p1' },
        { name: 'body', label: '계약서', value: '지체', fileName: '계약서.hwp', characters: 9 },
      ]),
    ).toEqual({
      title: { value: '가' },
      paper: { picture: { id: 'p1' } },
      // a document's text is sent again as it was read, and said to be only its beginning
      body: { value: '지체', fileName: '계약서.hwp', characters: 9, sent: true },
    });
  });
});
