import { ProblemError } from './api/problem';
import { expired } from './session';
import { createStore } from './store';
import { describeError } from './describeError';

export interface Toast {
  id: number;
  title: string;
  detail: string;
  /** What is only told, and stays until who told it takes it back. */
  calm?: boolean;
  /** Where to go on. */
  link?: ToastLink;
}

interface ToastLink {
  to: string;
  text: string;
  /** What the page there takes up. */
  state: unknown;
}

let last = 0;

/** What failed just now, shown in a corner until it is dismissed. */
export const toasts = createStore<readonly Toast[]>([]);

export const dismissToast = (id: number) => toasts.set(toasts.get().filter((toast) => toast.id !== id));

/** Tells what goes on for longer; give the number back to `dismissToast` when it is over. */
export function tell(title: string, detail: string): number {
  toasts.set([...toasts.get().slice(-2), { id: ++last, title, detail, calm: true }]);
  return last;
}

function show(title: string, detail: string, more?: Partial<Toast>): void {
  const shown = { id: ++last, title, detail, ...more };
  toasts.set([...toasts.get().slice(-2), shown]);
  setTimeout(() => dismissToast(shown.id), 8_000);
}

/** What could not be done, in the page's own words. */
export const toast = (title: string, detail: string): void => show(title, detail);

/** What was done, and where to go on. */
export const toastDone = (title: string, detail: string, link?: ToastLink): void =>
  show(title, detail, { calm: true, ...(link ? { link } : {}) });

export function toastError(error: unknown): void {
  // The bar that asks to sign in again says it already.
  if (expired.get() && error instanceof ProblemError && error.problem.status === 401) return;
  const { title, detail } = describeError(error);
  toast(title, detail);
}
