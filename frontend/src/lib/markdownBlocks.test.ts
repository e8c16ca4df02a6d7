import { expect, it } from 'vitest';
import { markdownBlocks } from './markdownBlocks';

it('cuts at blank lines, but not inside fences or between the items of a list', () => {
  expect(markdownBlocks('하나\n\n- 둘\n\n- 셋\n\n넷\n\n```\n다섯\n\n여섯\n```\n일곱')).toEqual([
    '하나',
    '- 둘\n\n- 셋\n',
    '넷',
    '```\n다섯\n\n여섯\n```\n일곱',
  ]);
});

it('leaves earlier blocks as they are while text is appended', () => {
  const text = '# 제목\n\n첫 문단이에요.\n\n둘째 문단이에';
  expect(markdownBlocks(`${text}요. 끝`).slice(0, -1)).toEqual(markdownBlocks(text).slice(0, -1));
});
