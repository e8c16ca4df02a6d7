import { expect, test } from 'vitest';
import { fromFirstMark, markWords } from './markWords';

const marked = (text: string, question: string) =>
  markWords(text, question)
    .filter((segment) => segment.marked)
    .map((segment) => segment.text);

test('a Korean word is found without its particles', () => {
  expect(marked('연차휴가는 15일이다. 연차는 이월된다.', '연차가 며칠인가요?')).toEqual(['연차', '연차']);
});

test('an English word is found in another form and case', () => {
  expect(marked('Hotels cost at most 150 euros.', 'What may a hotel cost?')).toEqual(['Hotel', 'cost']);
});

test('one letter alone marks nothing but itself', () => {
  expect(marked('가나다 a b', '가격')).toEqual([]);
  expect(marked('plan b', 'b')).toEqual(['b']);
});

test('nothing is lost, and signs of a pattern are only letters', () => {
  const text = '(.*) 100% [x] 출장비\n출장';
  expect(
    markWords(text, '.* [출장비를] %')
      .map((segment) => segment.text)
      .join(''),
  ).toBe(text);
  expect(marked(text, '.* [출장비를] %')).toEqual(['출장비', '출장']);
});

test('an excerpt begins before its first mark, at a word', () => {
  const cut = fromFirstMark(markWords(`${'앞에 있는 글 '.repeat(30)}출장비는 여기`, '출장비'));
  expect(cut[0]!.text).toMatch(/^… (앞에|있는|글) /);
  expect(cut[0]!.text.length).toBeLessThan(90);
  expect(cut[1]).toEqual({ text: '출장비', marked: true });
  const short = markWords('앞 출장비', '출장비');
  expect(fromFirstMark(short)).toBe(short);
});
