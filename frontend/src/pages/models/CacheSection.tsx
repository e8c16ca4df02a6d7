import { Select } from '@/components/atoms/Select';
import { Skeleton } from '@/components/atoms/Skeleton';
import { Switch } from '@/components/atoms/Switch';
import { ChangedBy } from '@/components/molecules/ChangedBy';
import { ErrorState } from '@/components/molecules/ErrorState';
import { FigureTile } from '@/components/molecules/FigureTile';
import { useAnswerCache, useSetAnswerCache } from '@/features/models/hooks/useAdministration';
import { numberText } from '@/lib/format';
import { locale } from '@/lib/locale';
import { m } from '@/paraglide/messages';

const LIVES = [
  { seconds: 600, label: m.cache_minutes },
  { seconds: 3_600, label: m.cache_hour },
  { seconds: 86_400, label: m.cache_day },
  { seconds: 604_800, label: m.cache_week },
];

/** Whether the same question may get the same answer again, and how often that helped. */
export function CacheSection() {
  const query = useAnswerCache();
  const set = useSetAnswerCache();
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton rows={2} className="h-16" />;
  const { enabled, seconds, hits, misses, changed } = query.data;
  const lives = LIVES.some((life) => life.seconds === seconds)
    ? LIVES
    : [...LIVES, { seconds, label: () => m.cache_seconds({ count: numberText(seconds) }) }];
  const asked = (hits ?? 0) + (misses ?? 0);
  const rate = (hits ?? 0) / asked;
  return (
    <>
      <p className="mb-4 text-sm text-ink-2">{m.cache_text()}</p>
      <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-line bg-surface px-4 py-3">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="font-semibold">{m.cache_switch()}</h2>
          <ChangedBy changed={changed} />
        </div>
        <Select
          label={m.cache_life()}
          value={String(seconds)}
          disabled={!enabled || set.isPending}
          options={lives.map((life) => ({ value: String(life.seconds), label: life.label() }))}
          onChange={(value) => set.mutate({ enabled, seconds: Number(value) })}
        />
        <Switch
          label={m.cache_switch()}
          on={enabled}
          disabled={set.isPending}
          onChange={(on) => set.mutate({ enabled: on, seconds })}
        />
      </div>
      {hits === undefined || misses === undefined ? (
        <p className="text-sm text-ink-2">{m.cache_uncounted()}</p>
      ) : (
        <dl className="grid gap-3 sm:grid-cols-3">
          <FigureTile
            label={m.cache_rate()}
            value={
              asked ? rate.toLocaleString(locale.get(), { style: 'percent', maximumFractionDigits: 1 }) : '–'
            }
            note={m.cache_window()}
          />
          <FigureTile label={m.cache_hits()} value={numberText(hits)} note={m.cache_hits_note()} />
          <FigureTile label={m.cache_misses()} value={numberText(misses)} />
        </dl>
      )}
    </>
  );
}
