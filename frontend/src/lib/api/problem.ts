import type { components } from './schema';

export type Problem = components['schemas']['Problem'];

/** What the server refused, in the caller's language, with a stable code. */
export class ProblemError extends Error {
  constructor(readonly problem: Pick<Problem, 'code' | 'status' | 'title' | 'detail'> & Partial<Problem>) {
    super(problem.detail || problem.title);
    this.name = 'ProblemError';
  }
  get code(): string {
    return this.problem.code;
  }
}

/** A problem document when the body is one, else one made from the status. */
export function toProblem(body: unknown, status: number): ProblemError {
  const problem = body as Partial<Problem> | undefined;
  if (problem && typeof problem === 'object' && problem.code && problem.title)
    return new ProblemError(problem as Problem);
  return new ProblemError({ code: status ? `http_${status}` : 'offline', status, title: '', detail: '' });
}
