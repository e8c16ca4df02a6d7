import { describe, expect, it } from 'vitest';
import { csvCell, isJson, tableCsv } from './answerFiles';

describe('an answer as a file', () => {
  it('takes the first table without what stands around it', () => {
    const text = '표예요.\n\n| 이름 | 값 |\n|---|---:|\n| 가, 나 | 1,200 |\n| a \\| b | "x" |\n\n끝 | 아님';
    expect(tableCsv(text)).toBe('이름,값\r\n"가, 나","1,200"\r\na | b,"""x"""');
    expect(tableCsv('표가 | 아니에요')).toBeUndefined();
    expect(tableCsv('---\n|---|')).toBeUndefined();
  });

  it('keeps spreadsheets from running what a cell says', () => {
    expect(csvCell('=HYPERLINK("http://x")')).toBe(`"'=HYPERLINK(""http://x"")"`);
    expect(csvCell('@SUM(A1)')).toBe(`'@SUM(A1)`);
    expect(csvCell('-1+cmd')).toBe(`'-1+cmd`);
    expect(csvCell('-1,200.5')).toBe('"-1,200.5"');
    expect(csvCell('+82%')).toBe('+82%');
  });

  it('knows JSON', () => {
    expect(isJson('{"a":1}')).toBe(true);
    expect(isJson('{a}')).toBe(false);
    expect(isJson('"a"')).toBe(false);
  });
});
