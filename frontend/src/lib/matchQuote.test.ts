import { describe, expect, it } from 'vitest';
import { matchQuote } from './matchQuote';

const found = (pieces: string[], quote: string) =>
  matchQuote(pieces, quote).map(({ piece, from, to }) => pieces[piece]!.slice(from, to));

describe('matchQuote', () => {
  it('finds a quote over lines that a page breaks in the middle of a Korean word', () => {
    expect(
      found(
        ['제27조 연차유급휴', '가는 발생일부터 1년', ' 동안 쓴다. 끝'],
        '연차유급휴가는 발생일부터 1년 동안 쓴다.',
      ),
    ).toEqual(['연차유급휴', '가는 발생일부터 1년', '동안 쓴다.']);
  });

  it('does not mind spaces on either side', () => {
    expect(found(['15 일 의 휴가'], '15일의 휴가')).toEqual(['15 일 의 휴가']);
    expect(found(['15일의휴가를 준다'], '15일의 휴가를')).toEqual(['15일의휴가를']);
  });

  it('finds composed letters in decomposed ones, whole', () => {
    const page = ['가나 휴가는'.normalize('NFD')];
    expect(found(page, '휴가').map((part) => part.normalize('NFC'))).toEqual(['휴가']);
    expect(found(['휴가는'], '휴가'.normalize('NFD'))).toEqual(['휴가']);
  });

  it('reads ligatures, soft hyphens and no-break spaces as what they stand for', () => {
    expect(found(['the \uFB01rst of\u00A0\u00ADfice'], 'the first office')).toEqual([
      'the \uFB01rst of\u00A0\u00ADfice',
    ]);
  });

  it('marks the sentences that are there when the quote goes on over the page', () => {
    const quote = '직원에게 15일의 유급휴가를 준다. 남은 휴가는 다음 해로 넘어가지 않는다.';
    expect(found(['80% 이상 출근한 직원에게 15일의 유급', '휴가를 준다.'], quote)).toEqual([
      '직원에게 15일의 유급',
      '휴가를 준다.',
    ]);
  });

  it('finds nothing rather than a few letters by chance', () => {
    expect(found(['이 규정은 회사가 정한다.'], '휴가는 없다. 정한다.')).toEqual([]);
    expect(found(['무엇이든'], '')).toEqual([]);
    expect(found([], '휴가')).toEqual([]);
  });
});
