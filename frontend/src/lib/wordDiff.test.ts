import { describe, expect, it } from 'vitest';
import { wordDiff } from './wordDiff';

const told = (before: string[], after: string[]) =>
  wordDiff(before, after).map(({ kind, text, pieces }) => {
    const sign = { same: ' ', added: '+', removed: '-' }[kind];
    return (
      sign +
      (pieces?.map((piece) => (piece.kind === 'same' ? piece.text : `[${piece.text}]`)).join('') ?? text)
    );
  });

describe('wordDiff', () => {
  it('marks the words that changed in a line that stayed, in Korean and English', () => {
    expect(
      told(
        ['취업규칙에 따라 길게 답한다.', '조항을 밝힌다.', 'Answer in one short line.'],
        ['취업규칙에 따라 짧게 답한다.', '조항을 밝힌다.', 'Answer in two long lines.'],
      ),
    ).toEqual([
      '-취업규칙에 따라 [길게] 답한다.',
      '+취업규칙에 따라 [짧게] 답한다.',
      ' 조항을 밝힌다.',
      '-Answer in [one short line].',
      '+Answer in [two long lines].',
    ]);
  });

  it('reads lines whole that have little in common', () => {
    expect(told(['처음부터 다시 쓴 줄'], ['Nothing of it stayed'])).toEqual([
      '-처음부터 다시 쓴 줄',
      '+Nothing of it stayed',
    ]);
  });

  it('keeps the order of lines, and all letters of both', () => {
    const before = ['하나 둘 셋', '넷', '다섯 여섯 일곱'];
    const after = ['하나 둘 넷', '다섯 여섯 여덟', '아홉'];
    const lines = wordDiff(before, after);
    const of = (kind: string) => lines.filter((line) => line.kind === kind || line.kind === 'same');
    expect(of('removed').map(({ text }) => text)).toEqual(before);
    expect(of('added').map(({ text }) => text)).toEqual(after);
    for (const { text, pieces } of lines)
      if (pieces) expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });

  it('sees added and removed lines as they are', () => {
    expect(told(['가'], ['가', '나'])).toEqual([' 가', '+나']);
    expect(told(['가', '나'], ['가'])).toEqual([' 가', '-나']);
    expect(told([], [])).toEqual([]);
  });
});
