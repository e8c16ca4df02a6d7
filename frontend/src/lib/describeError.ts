import { m } from '@/paraglide/messages';
import { ProblemError } from './api/problem';

/** What to tell a person about a failure: the server's words when it sent some, else ours. */
export function describeError(error: unknown): { title: string; detail: string } {
  if (error instanceof ProblemError) {
    const { title, detail, status, errors } = error.problem;
    const fields = errors?.map(({ message }) => message).join(' ');
    if (title) return { title, detail: fields || detail };
    if (status === 0) return { title: m.error_offline(), detail: m.error_offline_detail() };
  }
  if (error instanceof TypeError) return { title: m.error_offline(), detail: m.error_offline_detail() };
  return { title: m.error_unknown(), detail: m.error_unknown_detail() };
}
