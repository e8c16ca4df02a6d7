import { describe, expect, it } from 'vitest';
import { documentBlocks } from './documentBlocks';

const TABLE = '| 구분 | 금액 |\n| --- | --- |\n| 숙박 | 150,000 |';

describe('documentBlocks', () => {
  it('keeps words as they stand and marks the quote in them', () => {
    expect(documentBlocks('제1조\n휴가는 15일이다. 끝', '휴가는 15일이다.')).toEqual([
      {
        kind: 'words',
        segments: [
          { text: '제1조\n', marked: false },
          { text: '휴가는 15일이다.', marked: true },
          { text: ' 끝', marked: false },
        ],
      },
    ]);
  });

  it('takes tables out whole and says which of them the quote is from', () => {
    const blocks = documentBlocks(`여비 규정\n${TABLE}\n아래는 예외이다.`, '| 숙박 | 150,000 |');
    expect(blocks.map(({ kind }) => kind)).toEqual(['words', 'table', 'words']);
    expect(blocks[1]).toEqual({ kind: 'table', markdown: TABLE, marked: true });
    expect(documentBlocks(TABLE, '')).toEqual([{ kind: 'table', markdown: TABLE, marked: false }]);
  });

  it('leaves a line with bars that is no table alone', () => {
    expect(documentBlocks('| 혼자 |', '')).toEqual([
      { kind: 'words', segments: [{ text: '| 혼자 |', marked: false }] },
    ]);
  });
});
