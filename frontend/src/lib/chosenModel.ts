import { kept } from './kept';
import { createStore } from './store';

const KEY = 'madang.model';

/** Whom this browser's questions go to; absent, whom the company says. */
export const chosenModel = createStore<string | undefined>(kept(KEY) ?? undefined);

export function chooseModel(id: string | undefined): void {
  if (id) localStorage.setItem(KEY, id);
  else localStorage.removeItem(KEY);
  chosenModel.set(id);
}
