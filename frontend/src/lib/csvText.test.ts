import { describe, expect, it } from 'vitest';
import { decodeCsv, rowErrors } from './csvText';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => new Uint8Array(values);

describe('a file that a spreadsheet saved', () => {
  it('is read as UTF-8, without its mark', () => {
    expect(decodeCsv(utf8('질문,사실\n'))).toEqual({ text: '질문,사실\n', korean: false });
    expect(decodeCsv(utf8('\ufeff질문'))).toEqual({ text: '질문', korean: false });
  });
  it('is read as Korean Windows saves it when it is no UTF-8', () => {
    // 질문 in EUC-KR
    expect(decodeCsv(bytes(0xc1, 0xfa, 0xb9, 0xae))).toEqual({ text: '질문', korean: true });
  });
  it('is read as UTF-16 where its mark says so', () => {
    expect(decodeCsv(bytes(0xff, 0xfe, 0xc8, 0xc9, 0x38, 0xbb))?.text).toBe('질문');
    expect(decodeCsv(bytes(0xfe, 0xff, 0xc9, 0xc8, 0xbb, 0x38))?.text).toBe('질문');
  });
  it('is refused when it is no text: a workbook, or bytes of neither encoding', () => {
    expect(decodeCsv(bytes(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0))).toBeUndefined();
    expect(decodeCsv(bytes(0x61, 0xff, 0xff))).toBeUndefined();
  });
});

describe('what is wrong with rows', () => {
  it('is told by row and column, the first row first, the whole before all', () => {
    expect(
      rowErrors([
        { field: 'rows[12].json', message: 'JSON이 아니에요.' },
        { field: 'rows[3].facts[1]', message: '너무 길어요.' },
        { field: 'rows[3]', message: '아무것도 기대하지 않아요.' },
        { field: 'csv', message: '질문 열이 없어요.' },
      ]),
    ).toEqual([
      { message: '질문 열이 없어요.' },
      { row: 3, column: 'facts', message: '너무 길어요.' },
      { row: 3, message: '아무것도 기대하지 않아요.' },
      { row: 12, column: 'json', message: 'JSON이 아니에요.' },
    ]);
  });
});
