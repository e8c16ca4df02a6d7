import { TriangleAlert } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { Skeleton } from '@/components/atoms/Skeleton';
import { TextInput } from '@/components/atoms/TextInput';
import { ErrorState } from '@/components/molecules/ErrorState';
import { usePutRate, useRates } from '@/features/reporting/hooks/useBudgets';
import { dateText } from '@/lib/format';
import { locale } from '@/lib/locale';
import { m } from '@/paraglide/messages';

/** As the first rate is marked that comes with the platform. */
const SHIPPED = /^shipped;/;
const EMPTY = { currency: 'USD', rate: '', source: '' };

/** The rates in force, said plainly while nobody of the company has entered one, and the ones before them. */
export function RatesPart({ editable }: { editable: boolean }) {
  const query = useRates();
  const put = usePutRate();
  const [draft, setDraft] = useState(EMPTY);
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton rows={2} className="h-16" />;
  const { items, currency } = query.data;
  const inForce = new Set<string>();
  const rates = items.map((rate) => {
    const first = !inForce.has(rate.currency);
    inForce.add(rate.currency);
    return { ...rate, first };
  });
  const placeholder = rates.find(({ first, source }) => first && SHIPPED.test(source));
  const rateText = (each: { currency: string; rate: number }) =>
    `1 ${each.currency} = ${each.rate.toLocaleString(locale.get(), { maximumFractionDigits: 6 })} ${currency}`;
  const save = (event: FormEvent) => {
    event.preventDefault();
    put.mutate(
      { currency: draft.currency, rate: Number(draft.rate), source: draft.source.trim() },
      { onSuccess: () => setDraft(EMPTY) },
    );
  };
  return (
    <section aria-labelledby="rates">
      <h2 id="rates" className="font-semibold">
        {m.rates()}
      </h2>
      <p className="mb-3 text-sm text-ink-2">{m.rates_text({ currency })}</p>
      {placeholder && (
        <p
          role="status"
          className="mb-3 flex items-start gap-2.5 rounded-lg bg-warn-soft px-4 py-3 text-sm text-ink"
        >
          <Icon of={TriangleAlert} className="mt-px text-warn" />
          {m.rate_placeholder({ rate: rateText(placeholder) })}
        </p>
      )}
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {rates.map((rate) => (
          <li
            key={`${rate.currency} ${rate.validFrom}`}
            className="flex flex-wrap items-baseline gap-x-4 border-b border-line px-4 py-2.5 last:border-b-0"
          >
            <span className={`w-52 tabular-nums ${rate.first ? 'font-semibold' : 'text-ink-2'}`}>
              {rateText(rate)}
            </span>
            <span className="min-w-0 flex-1 basis-40 text-sm text-ink-2">
              {SHIPPED.test(rate.source) ? m.rate_shipped() : rate.source}
              {rate.changedBy ? ` · ${rate.changedBy.name}` : ''}
            </span>
            <span className="text-sm text-ink-2">{m.rate_since({ when: dateText(rate.validFrom) })}</span>
          </li>
        ))}
      </ul>
      {editable && (
        <form onSubmit={save} className="mt-3 grid items-end gap-3 sm:grid-cols-[88px_140px_1fr_auto]">
          <TextInput
            label={m.price_currency()}
            required
            pattern="[A-Z]{3}"
            maxLength={3}
            value={draft.currency}
            onChange={(event) => setDraft({ ...draft, currency: event.target.value.toUpperCase() })}
          />
          <TextInput
            label={m.rate_value({ currency })}
            type="number"
            required
            min={0.000001}
            step="any"
            inputMode="decimal"
            value={draft.rate}
            onChange={(event) => setDraft({ ...draft, rate: event.target.value })}
          />
          <TextInput
            label={m.rate_source()}
            required
            maxLength={200}
            placeholder={m.rate_source_hint()}
            value={draft.source}
            onChange={(event) => setDraft({ ...draft, source: event.target.value })}
          />
          <Button type="submit" className="h-10" disabled={put.isPending}>
            {m.rate_enter()}
          </Button>
        </form>
      )}
    </section>
  );
}
