import { amountText, percentText } from '@/lib/amountText';
import { m } from '@/paraglide/messages';

interface BudgetMeterProps {
  label: string;
  cap: number;
  spent: number;
  outstanding: number;
  warnAt: number;
  currency: string;
}

/** How much of a budget is used: spent in full colour, what running requests may cost behind it, the warning line as a mark. */
export function BudgetMeter({ label, cap, spent, outstanding, warnAt, currency }: BudgetMeterProps) {
  const share = cap ? spent / cap : 1;
  const held = cap ? (spent + outstanding) / cap : 1;
  const tone =
    share >= 1
      ? { fill: 'fill-danger', text: 'text-danger' }
      : share * 100 >= warnAt
        ? { fill: 'fill-warn', text: 'text-warn' }
        : { fill: 'fill-accent', text: 'text-ink-2' };
  const width = (part: number) => Math.min(100, part * 100);
  return (
    <div>
      <svg
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={cap}
        aria-valuenow={Math.min(spent, cap)}
        aria-valuetext={m.budget_used({ spent: amountText(spent, currency), cap: amountText(cap, currency) })}
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        className="block h-1.5 w-full overflow-hidden rounded-full"
      >
        <rect width="100" height="6" className="fill-sunken" />
        <rect width={width(held)} height="6" className={`${tone.fill} opacity-40`} />
        <rect width={width(share)} height="6" className={tone.fill} />
        <rect x={warnAt - 0.4} width="0.8" height="6" className="fill-ink-3" />
      </svg>
      <p className="mt-1.5 flex flex-wrap justify-between gap-x-3 text-sm text-ink-2 tabular-nums">
        <span>
          <strong className="text-ink">{amountText(spent, currency)}</strong> / {amountText(cap, currency)}
        </span>
        <span className={`font-semibold ${tone.text}`}>{percentText(share)}</span>
      </p>
    </div>
  );
}
