import { kept } from './kept';
import { createStore } from './store';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'madang.theme';
const chosen = kept(KEY);

/** Light, dark, or as the device says. */
export const theme = createStore<Theme>(chosen === 'light' || chosen === 'dark' ? chosen : 'system');

export function chooseTheme(next: Theme): void {
  localStorage.setItem(KEY, next);
  if (next === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = next;
  theme.set(next);
}
