import type { ChartPoint } from '@/components/organisms/Chart';
import type { ModelHealth, UsageLine } from '@/lib/api/types';
import { dayText, hourIn, monthText, weekdayText } from '@/lib/dayText';
import { daysOf, monthsOf, type DayRange } from '@/lib/days';
import { m } from '@/paraglide/messages';

const MOST_DAYS = 92;

interface Drawn {
  title: string;
  points: ChartPoint[];
  values: number[];
}

/** What each day cost, days without use included; months when the days would be too many to see. */
export function costByDay(range: DayRange, lines: readonly UsageLine[]): Drawn {
  const known = new Map(lines.map(({ day, cost }) => [day, cost]));
  const days = daysOf(range).map((day) => ({ day, value: known.get(day) ?? 0 }));
  const byMonth = days.length > MOST_DAYS;
  const shown = byMonth ? monthsOf(days) : days;
  return {
    title: byMonth ? m.chart_cost_by_month() : m.chart_cost_by_day(),
    points: shown.map(({ day }) =>
      byMonth
        ? { tick: monthText(day), label: monthText(day) }
        : { tick: dayText(day), label: weekdayText(day) },
    ),
    values: shown.map(({ value }) => value),
  };
}

/** What each hour of a day cost, from how the models did. */
export function costByHour(day: string, timeZone: string, health: readonly ModelHealth[]): Drawn {
  const hours = health
    .map((line) => ({ ...hourIn(line.from, timeZone), cost: line.cost }))
    .filter((line) => line.day === day);
  const values = Array.from({ length: 24 }, (_, hour) =>
    hours.reduce((sum, line) => (line.hour === hour ? sum + line.cost : sum), 0),
  );
  const points = values.map((_, hour) => ({
    tick: m.hour({ hour: String(hour) }),
    label: m.hour({ hour: String(hour) }),
  }));
  return { title: m.chart_cost_by_hour(), points, values };
}
