import type { ChartPoint, ChartSeries } from '@/components/organisms/Chart';
import { percentText, shortAmountText, amountText } from '@/lib/amountText';
import type { ModelHealth } from '@/lib/api/types';
import { dayText, hourIn, monthText } from '@/lib/dayText';
import { addDays } from '@/lib/days';
import { durationText, numberText } from '@/lib/format';
import { locale } from '@/lib/locale';
import { m } from '@/paraglide/messages';

export type Span = 'hour' | 'day' | 'month';

const speedText = (value: number) =>
  m.tokens_per_second({ count: value.toLocaleString(locale.get(), { maximumFractionDigits: 1 }) });

/** What can be drawn of a model, and how it reads. */
export const MEASURES = {
  first: {
    label: m.health_first,
    value: (line: ModelHealth) => line.firstTokenP50 ?? null,
    text: durationText,
  },
  slow: {
    label: m.health_first_slow,
    value: (line: ModelHealth) => line.firstTokenP95 ?? null,
    text: durationText,
  },
  speed: {
    label: m.health_speed,
    value: (line: ModelHealth) => line.tokensPerSecond ?? null,
    text: speedText,
  },
  errors: {
    label: m.health_errors,
    value: ({ attempts, errors }: ModelHealth) => (attempts ? errors / attempts : null),
    text: percentText,
  },
  failovers: {
    label: m.health_failovers,
    value: ({ failovers }: ModelHealth) => failovers,
    text: numberText,
  },
  attempts: { label: m.health_attempts, value: ({ attempts }: ModelHealth) => attempts, text: numberText },
  cost: { label: m.figure_cost, value: ({ cost }: ModelHealth) => cost, text: amountText },
} as const;

export type Measure = keyof typeof MEASURES;

export const measureText = (measure: Measure, currency: string) => ({
  text:
    measure === 'cost'
      ? (value: number) => amountText(value, currency)
      : (MEASURES[measure].text as (value: number) => string),
  shortText:
    measure === 'cost'
      ? (value: number) => shortAmountText(value, currency)
      : (MEASURES[measure].text as (value: number) => string),
});

const keyOf = (instant: string, span: Span, timeZone: string): string => {
  const { day, hour } = hourIn(instant, timeZone);
  return span === 'hour' ? `${day} ${hour}` : span === 'day' ? day : day.slice(0, 7);
};

/** Every hour, day or month between two moments, whether a model was asked in it or not. */
function slots(from: string, to: string, span: Span, timeZone: string): { key: string; point: ChartPoint }[] {
  if (span === 'hour') {
    const count = Math.ceil((Date.parse(to) - Date.parse(from)) / 3_600_000);
    return Array.from({ length: count }, (_, index) => {
      const instant = new Date(Date.parse(from) + (index + 1) * 3_600_000 - 1_000).toISOString();
      const { day, hour } = hourIn(instant, timeZone);
      const tick = m.hour({ hour: String(hour) });
      return { key: `${day} ${hour}`, point: { tick, label: `${dayText(day)} ${tick}` } };
    });
  }
  const first = hourIn(from, timeZone).day;
  const last = hourIn(new Date(Date.parse(to) - 1_000).toISOString(), timeZone).day;
  const found = new Map<string, ChartPoint>();
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const key = span === 'day' ? day : day.slice(0, 7);
    const text = span === 'day' ? dayText(day) : monthText(day);
    if (!found.has(key)) found.set(key, { tick: text, label: text });
  }
  return [...found].map(([key, point]) => ({ key, point }));
}

interface Report {
  from: string;
  to: string;
  timeZone: string;
  items: readonly ModelHealth[];
}

/** One line a model; where it was not asked there is a gap. */
export function healthChart(
  { from, to, timeZone, items }: Report,
  span: Span,
  measure: Measure,
  models: readonly { key: string; name: string }[],
): { points: ChartPoint[]; series: ChartSeries[] } {
  const places = slots(from, to, span, timeZone);
  const series = models.map(({ key, name }) => {
    const own = new Map(
      items
        .filter((line) => `${line.provider}/${line.model}` === key)
        .map((line) => [keyOf(line.from, span, timeZone), MEASURES[measure].value(line)]),
    );
    return { name, values: places.map((place) => own.get(place.key) ?? null) };
  });
  return { points: places.map(({ point }) => point), series };
}
