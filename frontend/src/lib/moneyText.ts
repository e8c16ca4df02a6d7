import { m } from '@/paraglide/messages';
import { locale } from './locale';

/** An amount as people read it: small ones with their fractions, nothing as a word. */
export function moneyText(amount: number, currency: string): string {
  if (amount === 0) return m.cost_none();
  return new Intl.NumberFormat(locale.get(), {
    style: 'currency',
    currency,
    minimumFractionDigits: 0,
    ...(amount < 10 ? { maximumSignificantDigits: 2 } : {}),
  }).format(amount);
}
