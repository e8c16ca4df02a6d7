import { TextInput } from '@/components/atoms/TextInput';
import type { PutModel } from '@/lib/api/types';
import { moneyText } from '@/lib/moneyText';
import { m } from '@/paraglide/messages';

type Price = PutModel['price'];

const AMOUNTS = [
  ['input', m.price_input],
  ['cachedInput', m.price_cached],
  ['output', m.price_output],
] as const;
const TIERS = [
  ['longAbove', m.price_long_above],
  ['longInputTimes', m.price_long_input],
  ['longOutputTimes', m.price_long_output],
] as const;
const legend = 'mb-2 text-sm font-semibold text-ink-2';

interface PriceFieldsProps {
  price: Price;
  /** Where the price came from before anybody touched it. */
  cameFrom: string | undefined;
  onChange: (price: Price) => void;
}

/** What a million tokens cost, when and where that was looked up, and what costs more. */
export function PriceFields({ price, cameFrom, onChange }: PriceFieldsProps) {
  const set = (change: Partial<Price>) =>
    onChange({
      ...price,
      // a price that is changed was looked up today, by whoever changes it, and no more where the old one was
      asOf: new Date().toISOString().slice(0, 10),
      ...(price.source === cameFrom ? { source: '' } : {}),
      ...change,
    });
  const drop = (key: 'longAbove' | 'longInputTimes' | 'longOutputTimes' | 'cacheWriteTimes') => {
    const { [key]: _, ...rest } = price;
    onChange(rest);
  };
  const times = (factor: number | undefined, of: number) =>
    factor === undefined ? '' : `= ${moneyText(of * factor, price.currency)}`;
  const optional = (
    label: string,
    key: 'longAbove' | 'longInputTimes' | 'longOutputTimes' | 'cacheWriteTimes',
    note: string,
  ) => (
    <div>
      <TextInput
        label={label}
        type="number"
        min={key === 'longAbove' ? 1 : 0.01}
        step={key === 'longAbove' ? 1 : 'any'}
        value={price[key] ?? ''}
        onChange={({ target }) => (target.value ? set({ [key]: target.valueAsNumber }) : drop(key))}
      />
      {note && <p className="mt-1 text-xs text-ink-2 tabular-nums">{note}</p>}
    </div>
  );
  const notes = {
    longAbove: '',
    longInputTimes: times(price.longInputTimes, price.input),
    longOutputTimes: times(price.longOutputTimes, price.output),
  };
  return (
    <>
      <fieldset className="grid grid-cols-2 items-end gap-3 sm:col-span-2 sm:grid-cols-4">
        <legend className={legend}>{m.model_prices()}</legend>
        {AMOUNTS.map(([key, label]) => (
          <TextInput
            key={key}
            label={label()}
            type="number"
            required
            min={0}
            step="any"
            value={Number.isNaN(price[key]) ? '' : price[key]}
            onChange={(event) => set({ [key]: event.target.valueAsNumber })}
          />
        ))}
        <TextInput
          label={m.price_currency()}
          required
          pattern="[A-Z]{3}"
          maxLength={3}
          value={price.currency}
          onChange={(event) => set({ currency: event.target.value.toUpperCase() })}
        />
      </fieldset>
      <fieldset className="grid items-start gap-3 sm:col-span-2 sm:grid-cols-3">
        <legend className={legend}>{m.price_long()}</legend>
        {TIERS.map(([key, label]) => (
          <div key={key}>{optional(label(), key, notes[key])}</div>
        ))}
        <p className="text-sm text-ink-2 sm:col-span-3">{m.price_long_text()}</p>
      </fieldset>
      <div className="grid items-start gap-3 sm:col-span-2 sm:grid-cols-3">
        {optional(m.price_cache_write(), 'cacheWriteTimes', times(price.cacheWriteTimes, price.input))}
        <TextInput
          label={m.price_as_of()}
          type="date"
          value={price.asOf ?? ''}
          onChange={({ target }) => target.value && onChange({ ...price, asOf: target.value })}
        />
        <TextInput
          label={m.price_source()}
          maxLength={300}
          placeholder="https://…"
          value={price.source ?? ''}
          onChange={(event) => onChange({ ...price, source: event.target.value })}
        />
      </div>
    </>
  );
}
