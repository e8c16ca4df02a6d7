import { m } from '@/paraglide/messages';
import { locale } from './locale';

/** An amount as people read it: small ones with their fractions, nothing as a word. */
export function moneyText(amount: number, currency: string): string {
  if (amount === 0) return m.cost_none();
  return new Intl.NumberFormat(locale.get(), {
    style: 'currency',
    currency,
    ...(amount < 10 ? { minimumFractionDigits: 0, maximumSignificantDigits: 2 } : {}),
  }).format(amount);
}
