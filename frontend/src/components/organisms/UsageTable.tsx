import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { UsageLine } from '@/lib/api/types';
import { amountText, percentText } from '@/lib/amountText';
import { numberText } from '@/lib/format';
import { locale } from '@/lib/locale';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { Icon } from '../atoms/Icon';
import { ShareBar } from '../atoms/ShareBar';

type Column = 'name' | 'requests' | 'tokens' | 'errors' | 'cost';

export interface NamedLine extends UsageLine {
  label: string;
}

interface UsageTableProps {
  label: string;
  /** What the lines are of. */
  of: string;
  lines: readonly NamedLine[];
  total: number;
  currency: string;
}

const SHOWN = 25;
const tokens = (line: UsageLine) => line.inputTokens + line.outputTokens;
const valueOf: Record<Exclude<Column, 'name'>, (line: UsageLine) => number> = {
  requests: ({ requests }) => requests,
  tokens,
  errors: ({ errors }) => errors,
  cost: ({ cost }) => cost,
};

/** Who or what used how much, sorted by any column; on a phone the small numbers stand below the name. */
export function UsageTable({ label, of, lines, total, currency }: UsageTableProps) {
  const [sort, setSort] = useState<{ by: Column; down: boolean }>({ by: 'cost', down: true });
  const [shown, setShown] = useState(SHOWN);
  const sorted = useMemo(() => {
    const { by } = sort;
    const names = new Intl.Collator(locale.get());
    const order =
      by === 'name'
        ? (a: NamedLine, b: NamedLine) => names.compare(a.label, b.label)
        : (a: NamedLine, b: NamedLine) => valueOf[by](a) - valueOf[by](b);
    return lines.toSorted((a, b) => (sort.down ? order(b, a) : order(a, b)));
  }, [lines, sort]);
  const head = (column: Column, text: string, place: string) => {
    const active = sort.by === column;
    return (
      <th
        scope="col"
        aria-sort={active ? (sort.down ? 'descending' : 'ascending') : undefined}
        className={`font-semibold ${place}`}
      >
        <button
          type="button"
          onClick={() => setSort({ by: column, down: active ? !sort.down : column !== 'name' })}
          className={`inline-flex h-10 items-center gap-1 font-semibold whitespace-nowrap hover:text-ink ${column === 'name' ? '' : 'flex-row-reverse'} ${active ? 'text-ink' : ''}`}
        >
          {text}
          <Icon
            of={active && !sort.down ? ArrowUp : ArrowDown}
            size={14}
            className={active ? '' : 'opacity-0'}
          />
        </button>
      </th>
    );
  };
  const wide = 'hidden px-3 text-right whitespace-nowrap sm:table-cell';
  return (
    <>
      <div className="overflow-hidden rounded-lg border border-line bg-surface">
        <table className="w-full text-sm tabular-nums" aria-label={label}>
          <thead className="border-b border-line text-ink-2">
            <tr>
              {head('name', of, 'pl-4 text-left')}
              {head('requests', m.figure_requests(), wide)}
              {head('tokens', m.figure_tokens(), wide)}
              {head('errors', m.figure_errors(), 'hidden px-3 text-right whitespace-nowrap lg:table-cell')}
              {head('cost', m.figure_cost(), 'pr-4 pl-3 text-right')}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, shown).map((line) => {
              const share = total ? line.cost / total : 0;
              return (
                <tr
                  key={line.subjectId ?? line.name ?? line.label}
                  className="border-b border-line last:border-b-0"
                >
                  <th scope="row" className="w-full max-w-0 py-2.5 pl-4 text-left text-base font-normal">
                    <span className="block truncate" title={line.label}>
                      {line.label}
                    </span>
                    <span className="mt-1.5 block max-w-60">
                      <ShareBar share={share} />
                    </span>
                    <span className="mt-1 block text-xs text-ink-2 sm:hidden">
                      {m.line_small({
                        requests: numberText(line.requests),
                        tokens: numberText(tokens(line)),
                      })}
                    </span>
                  </th>
                  <td className={wide}>{numberText(line.requests)}</td>
                  <td
                    className={wide}
                    title={m.figure_tokens_split({
                      input: numberText(line.inputTokens),
                      output: numberText(line.outputTokens),
                    })}
                  >
                    {numberText(tokens(line))}
                  </td>
                  <td className={`hidden px-3 text-right lg:table-cell ${line.errors ? 'text-danger' : ''}`}>
                    {numberText(line.errors)}
                  </td>
                  <td className="py-2.5 pr-4 pl-3 text-right whitespace-nowrap">
                    <span className="block font-semibold">{amountText(line.cost, currency)}</span>
                    <span className="text-xs text-ink-2">{percentText(share)}</span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {!lines.length && <p className="px-4 py-10 text-center text-sm text-ink-2">{m.chart_empty()}</p>}
      </div>
      {sorted.length > shown && (
        <Button look="quiet" className="mt-2 w-full" onClick={() => setShown(shown + 100)}>
          {m.more()}
        </Button>
      )}
    </>
  );
}
