import { locale } from './locale';

const format = (currency: string, options: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat(locale.get(), { style: 'currency', currency, minimumFractionDigits: 0, ...options });

/** An amount in a column or a headline: always a number, small ones with their fractions. */
export const amountText = (amount: number, currency: string): string =>
  format(currency, amount && Math.abs(amount) < 10 ? { maximumSignificantDigits: 2 } : {}).format(amount);

/** The same in few characters, for the scale of a chart. */
export const shortAmountText = (amount: number, currency: string): string =>
  format(currency, {
    notation: 'compact',
    ...(Math.abs(amount) < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 1 }),
  }).format(amount);

const LEAST_SHARE = 0.001;

/** A share of one, as people read it; what is not nothing never reads 0 %. */
export function percentText(share: number): string {
  if (share > 0 && share < LEAST_SHARE) return `< ${percentText(LEAST_SHARE)}`;
  const digits =
    share && Math.abs(share) < 0.1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 };
  return share.toLocaleString(locale.get(), { style: 'percent', ...digits });
}
