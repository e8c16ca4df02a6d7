import { CircleCheck, CirclePause } from 'lucide-react';
import { amountText, percentText } from '@/lib/amountText';
import type { ModelHealth } from '@/lib/api/types';
import { durationText, numberText } from '@/lib/format';
import { locale } from '@/lib/locale';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';

interface HealthLine extends ModelHealth {
  label: string;
  providerName: string;
  /** Unknown to who may not see the models' setup, and of models that are gone. */
  resting: boolean | undefined;
}

const NONE = '–';
const time = (millis: number | undefined) => (millis === undefined ? NONE : durationText(millis));

/** Every model in a row with all that tells whether it does well; on a phone the same as a list. */
export function HealthTable({ lines, currency }: { lines: readonly HealthLine[]; currency: string }) {
  const columns: {
    label: string;
    cell: (line: HealthLine) => string;
    alarm?: (line: HealthLine) => boolean;
  }[] = [
    { label: m.health_attempts(), cell: ({ attempts }) => numberText(attempts) },
    { label: m.health_first(), cell: ({ firstTokenP50 }) => time(firstTokenP50) },
    { label: m.health_first_slow(), cell: ({ firstTokenP95 }) => time(firstTokenP95) },
    {
      label: m.health_speed(),
      cell: ({ tokensPerSecond }) =>
        tokensPerSecond === undefined
          ? NONE
          : m.tokens_per_second({
              count: tokensPerSecond.toLocaleString(locale.get(), { maximumFractionDigits: 1 }),
            }),
    },
    {
      label: m.health_errors(),
      cell: ({ attempts, errors }) => percentText(attempts ? errors / attempts : 0),
      alarm: ({ attempts, errors }) => errors > 0.05 * attempts,
    },
    { label: m.health_failovers(), cell: ({ failovers }) => numberText(failovers) },
    { label: m.figure_cost(), cell: ({ cost }) => amountText(cost, currency) },
  ];
  return (
    <ul className="overflow-hidden rounded-lg border border-line bg-surface">
      {lines.map((line) => (
        <li key={`${line.provider}/${line.model}`} className="border-b border-line px-4 py-3 last:border-b-0">
          <p className="flex flex-wrap items-center gap-x-3">
            <span className="font-semibold">{line.label}</span>
            <span className="text-sm text-ink-2">{line.providerName}</span>
            {line.resting !== undefined && (
              <span
                className={`ml-auto inline-flex items-center gap-1.5 text-sm ${line.resting ? 'font-semibold text-danger' : 'text-ink-2'}`}
              >
                <Icon
                  of={line.resting ? CirclePause : CircleCheck}
                  size={16}
                  className={line.resting ? '' : 'text-ok'}
                />
                {line.resting ? m.health_resting() : m.health_asked()}
              </span>
            )}
          </p>
          <dl className="mt-2 grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-4 lg:grid-cols-7">
            {columns.map(({ label, cell, alarm }) => (
              <div key={label}>
                <dt className="text-xs text-ink-2">{label}</dt>
                <dd className={`text-sm font-semibold tabular-nums ${alarm?.(line) ? 'text-danger' : ''}`}>
                  {cell(line)}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
