import type { Evaluation, EvaluationResult, GoldenQuestion, ToolGate } from '@/lib/api/types';

const doyun = { id: 'p-doyun', name: '이도윤' };

export const leave: GoldenQuestion = {
  id: 'q-leave',
  question: '입사 2년 차의 연차는 며칠인가요?',
  facts: ['연차는 15일|열다섯 날'],
  documents: ['취업규칙.pdf'],
  passages: [],
};
export const trip: GoldenQuestion = {
  id: 'q-trip',
  question: '국내 출장의 일비는 얼마인가요?',
  facts: ['하루 3만원'],
  documents: [],
  passages: ['국내 출장의 일비는 하루 3만원으로'],
  rubric: '금액과 근거 조항을 밝힌다.',
};

const whole: EvaluationResult = {
  questionId: leave.id,
  question: leave.question,
  state: 'DONE',
  score: 1,
  retrieval: 1,
  citation: 1,
  fact: 1,
  answer: '연차는 15일이에요 [1].',
  found: ['취업규칙.pdf'],
  model: 'gpt-5.1',
  cost: 0.8,
};
const part: EvaluationResult = {
  questionId: trip.id,
  question: trip.question,
  state: 'DONE',
  score: 0.325,
  retrieval: 1,
  citation: 0,
  fact: 0,
  judged: 0.3,
  missing: ['하루 3만원'],
  answer: '출장비는 영수증에 따라 지급해요.',
  found: ['취업규칙.pdf', '출장 안내.docx'],
  verdict: '금액을 밝히지 않았어요.',
  model: 'gpt-5.1',
  cost: 1.1,
};
const unanswered: EvaluationResult = {
  questionId: trip.id,
  question: trip.question,
  state: 'ERROR',
  error: 'budget_exceeded',
};

export const failed: Evaluation = {
  id: 'e1',
  revision: 2,
  state: 'FAILED',
  threshold: 0.8,
  score: 0.662,
  questions: 2,
  answered: 2,
  askedBy: doyun,
  startedAt: '2026-03-02T01:00:00Z',
  endedAt: '2026-03-02T01:00:12Z',
  results: [whole, part],
};
export const passed: Evaluation = {
  ...failed,
  state: 'PASSED',
  score: 1,
  results: [
    whole,
    { ...part, score: 1, citation: 1, fact: 1, judged: 1, missing: [], answer: '하루 3만원이에요 [1].' },
  ],
};
export const running: Evaluation = {
  ...failed,
  state: 'RUNNING',
  answered: 1,
  results: [whole, { questionId: trip.id, question: trip.question, state: 'ANSWERING' }],
};
const { score: _, ...scoreless } = failed;
export const unfinished: Evaluation = { ...scoreless, state: 'ERROR', results: [whole, unanswered] };
/** What people use, asked the same; as who did not ask sees it. */
export const live: Evaluation = {
  ...failed,
  id: 'e2',
  release: 1,
  score: 0.5,
  results: [
    { ...whole, score: 0.666, fact: 0, missing: ['연차는 15일|열다섯 날'], answer: '연차는 11일이에요 [1].' },
    part,
  ],
};

export const gate = (over: Partial<ToolGate> = {}): ToolGate => ({
  threshold: 0.8,
  questions: 2,
  proven: false,
  draft: failed,
  ...over,
});
