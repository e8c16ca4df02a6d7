import { overwriteGetLocale } from '@/paraglide/runtime';
import { kept } from './kept';
import { createStore } from './store';

export type Locale = 'ko' | 'en';

const KEY = 'madang.locale';

const initial = (): Locale => {
  const chosen = kept(KEY);
  if (chosen === 'ko' || chosen === 'en') return chosen;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'ko';
};

/** The language of the site; Korean unless the person or the browser says English. */
export const locale = createStore<Locale>(initial());

overwriteGetLocale(() => locale.get());
document.documentElement.lang = locale.get();

export function chooseLocale(next: Locale): void {
  localStorage.setItem(KEY, next);
  document.documentElement.lang = next;
  locale.set(next);
}
