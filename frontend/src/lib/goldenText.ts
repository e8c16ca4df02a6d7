import { m } from '@/paraglide/messages';
import type { Evaluation, EvaluationResult, GoldenDraft, GoldenQuestion, ToolGate } from './api/types';
import { locale } from './locale';

/** A score of one to a tenth of a percent, rounded down: what failed by little does not look as if it had passed. */
export const scoreText = (score: number): string =>
  (Math.floor(score * 1000 + 1e-6) / 1000).toLocaleString(locale.get(), {
    style: 'percent',
    maximumFractionDigits: 1,
  });

/** What an evaluation may have to reach. */
export const THRESHOLDS = Array.from({ length: 11 }, (_, step) => (50 + 5 * step) / 100);

/** What a golden question can expect, by its name on the wire. */
export const EXPECTED_TEXT: Record<keyof GoldenDraft, () => string> = {
  question: m.golden_question,
  facts: m.golden_facts,
  documents: m.golden_documents,
  passages: m.golden_passages,
  rubric: m.golden_rubric,
  exact: m.golden_exact,
  json: m.golden_json,
};

const PARTS = [
  ['retrieval', m.golden_part_retrieval],
  ['citation', m.golden_part_citation],
  ['fact', m.golden_part_fact],
  ['exactly', m.golden_part_exactly],
  ['json', m.golden_part_json],
  ['judged', m.golden_part_judged],
] as const;

/** The parts that a score is the mean of. */
export const partsOf = (result: EvaluationResult) =>
  PARTS.flatMap(([key, name]) => {
    const score = result[key];
    return score === undefined ? [] : [{ key, name: name(), score }];
  });

/** What a question expects, in a few words. */
export function expectationText({
  facts,
  documents,
  passages,
  rubric,
  exact,
  json,
}: GoldenQuestion): string[] {
  const counted = (name: string, { length }: string[]) => (length ? [`${name} ${length}`] : []);
  return [
    ...counted(m.golden_facts(), facts),
    ...counted(m.golden_documents(), documents),
    ...counted(m.golden_passages(), passages),
    ...(rubric ? [m.golden_rubric()] : []),
    ...(exact ? [m.golden_exact()] : []),
    ...(json ? [m.golden_json()] : []),
  ];
}

/** Lines that say something. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const answering = (evaluation: Evaluation | undefined) => evaluation?.state === 'RUNNING';

const GATE_MS = 2_000;

/** How soon to look again; never once everything has ended. */
export const gatePace = (gate: ToolGate | undefined): number | false =>
  gate && (answering(gate.draft) || answering(gate.live) || answering(gate.canary)) ? GATE_MS : false;

/** Whether a result is of a tool, questions or a threshold that are different now. */
export function isOutdated({ draft, questions, proven }: ToolGate, revision: number): boolean {
  if (!draft || draft.state === 'RUNNING' || draft.state === 'CANCELLED') return false;
  return (
    draft.revision !== revision || draft.questions !== questions || (draft.state === 'PASSED' && !proven)
  );
}

/** The same questions answered by several: the nth result of a row is of the nth evaluation. */
export function besideEachOther(evaluations: readonly Evaluation[]) {
  const rows = new Map<
    string,
    { questionId: string; question: string; results: (EvaluationResult | undefined)[] }
  >();
  evaluations.forEach(({ results }, at) => {
    for (const result of results) {
      const { questionId, question } = result;
      const row = rows.get(questionId) ?? { questionId, question, results: evaluations.map(() => undefined) };
      row.results[at] = result;
      rows.set(questionId, row);
    }
  });
  return [...rows.values()];
}

export interface EvaluationColumn {
  title: string;
  evaluation: Evaluation;
}

/** What was asked, beside each other: what is being made, what people use, what some use. */
export function columnsOf(gate: ToolGate, draft: string): EvaluationColumn[] {
  const column = (title: string, evaluation: Evaluation | undefined) =>
    evaluation ? [{ title, evaluation }] : [];
  return [
    ...column(draft, gate.draft),
    ...column(m.golden_live({ number: gate.live?.release ?? 1 }), gate.live),
    ...column(m.golden_canary({ number: gate.canary?.release ?? 1 }), gate.canary),
  ];
}

const ERRORS: Record<string, () => string> = {
  budget_exceeded: m.golden_error_budget,
  model_failed: m.golden_error_model,
  unavailable: m.golden_error_model,
  rate_limited: m.golden_error_model,
  model_needed: m.golden_error_model_needed,
  model_refused: m.golden_error_refused,
  model_not_found: m.golden_error_gone,
  not_found: m.golden_error_gone,
  forbidden: m.golden_error_gone,
  context_too_long: m.golden_error_long,
  personal_data_blocked: m.golden_error_personal,
  output_misfit: m.golden_error_misfit,
};

/** Why a question was not answered. */
export const goldenErrorText = (code: string): string => ERRORS[code]?.() ?? m.golden_error_other({ code });
