import { Select } from '@/components/atoms/Select';
import { CollectionPicker } from '@/components/organisms/CollectionPicker';
import type { Collection } from '@/lib/api/types';
import { m } from '@/paraglide/messages';
import { changed, filters } from './searchAddress';

const FORMATS = [
  { value: 'pdf', label: 'PDF' },
  { value: 'hwp,hwpx', label: m.format_hangul },
  { value: 'doc,docx', label: 'Word' },
  { value: 'ppt,pptx', label: 'PowerPoint' },
  { value: 'xls,xlsx,csv', label: m.format_sheets },
  { value: 'txt,md,html', label: m.format_text },
  { value: 'eml', label: m.format_mail },
];

const field =
  'h-9 rounded-md border border-line bg-surface px-3 text-sm text-ink placeholder:text-ink-3 hover:border-line-strong';

interface SearchFiltersProps {
  params: URLSearchParams;
  collections: Collection[];
  onChange: (params: URLSearchParams) => void;
}

/** Where and among what is searched. */
export function SearchFilters({ params, collections, onChange }: SearchFiltersProps) {
  const set = (key: string, ...values: string[]) => onChange(changed(params, key, values));
  const day = (key: 'from' | 'to', label: string) => (
    <label className="inline-flex min-w-0 flex-col gap-1 text-sm text-ink-2 sm:flex-row sm:items-center sm:gap-1.5">
      {label}
      <input
        type="date"
        value={params.get(key) ?? ''}
        onChange={(event) => set(key, event.target.value)}
        className={`${field} w-full sm:w-auto`}
      />
    </label>
  );
  const words = (key: 'tag' | 'known', label: string) => (
    <input
      aria-label={label}
      placeholder={label}
      maxLength={500}
      defaultValue={params.getAll(key).join(', ')}
      key={`${key} ${params.getAll(key).join()}`}
      onBlur={(event) => {
        const next = event.target.value
          .split(',')
          .map((word) => word.trim().replace(/\s*[:=]\s*/, key === 'known' ? '=' : '$&'));
        if (next.filter(Boolean).join() !== params.getAll(key).join()) set(key, ...next);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
      className={`${field} w-full sm:w-44 ${key === 'known' ? 'col-span-2' : ''}`}
    />
  );
  return (
    <div
      role="group"
      aria-label={m.search_filters()}
      className="grid grid-cols-2 items-center gap-2 sm:flex sm:flex-wrap"
    >
      <CollectionPicker
        collections={collections}
        chosen={params.getAll('in')}
        onChange={(ids) => set('in', ...ids)}
      />
      <Select
        label={m.search_format()}
        value={params.get('format') ?? ''}
        options={[
          { value: '', label: m.format_any() },
          ...FORMATS.map(({ value, label }) => ({
            value,
            label: typeof label === 'string' ? label : label(),
          })),
        ]}
        onChange={(value) => set('format', value)}
      />
      <input
        aria-label={m.search_name()}
        placeholder={m.search_name()}
        maxLength={255}
        defaultValue={params.get('name') ?? ''}
        key={params.get('name')}
        onBlur={(event) => set('name', event.target.value.trim())}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
        className={`${field} w-full sm:w-40`}
      />
      {words('tag', m.search_tags())}
      {words('known', m.search_metadata())}
      {day('from', m.search_from())}
      {day('to', m.search_to())}
      {filters(params) > 0 && (
        <button
          type="button"
          onClick={() => onChange(new URLSearchParams({ q: params.get('q') ?? '' }))}
          className="h-9 justify-self-start rounded-md px-2 text-sm font-semibold text-accent hover:underline"
        >
          {m.search_unfilter()}
        </button>
      )}
    </div>
  );
}
