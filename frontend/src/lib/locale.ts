import { overwriteGetLocale } from '@/paraglide/runtime';
import { createStore } from './store';

export type Locale = 'ko' | 'en';

const KEY = 'madang.locale';

const initial = (): Locale => {
  const kept = localStorage.getItem(KEY);
  if (kept === 'ko' || kept === 'en') return kept;
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
