import { ProblemError } from './api/problem';
import { expired } from './session';
import { createStore } from './store';
import { describeError } from './describeError';

export interface Toast {
  id: number;
  title: string;
  detail: string;
}

let last = 0;

/** What failed just now, shown in a corner until it is dismissed. */
export const toasts = createStore<readonly Toast[]>([]);

export const dismissToast = (id: number) => toasts.set(toasts.get().filter((toast) => toast.id !== id));

/** What could not be done, in the page's own words. */
export function toast(title: string, detail: string): void {
  const shown = { id: ++last, title, detail };
  toasts.set([...toasts.get().slice(-2), shown]);
  setTimeout(() => dismissToast(shown.id), 8_000);
}

export function toastError(error: unknown): void {
  // The bar that asks to sign in again says it already.
  if (expired.get() && error instanceof ProblemError && error.problem.status === 401) return;
  const { title, detail } = describeError(error);
  toast(title, detail);
}
