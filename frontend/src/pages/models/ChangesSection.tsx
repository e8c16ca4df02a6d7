import { ArrowRight, History } from 'lucide-react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { Skeleton } from '@/components/atoms/Skeleton';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { useModelChanges } from '@/features/models/hooks/useAdministration';
import type { ModelChange } from '@/lib/api/types';
import { momentText } from '@/lib/format';
import { m } from '@/paraglide/messages';
import { changeActionText, fieldText, subjectText, valueText } from './changeText';

/** Who changed what of the models, when, and from what to what; the newest first. */
export function ChangesSection() {
  const query = useModelChanges();
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton rows={4} className="h-14" />;
  const changes = query.data.pages.flatMap(({ items }) => items);
  if (!changes.length)
    return (
      <EmptyState icon={History} title={m.changes_empty()}>
        {m.changes_empty_text()}
      </EmptyState>
    );
  return (
    <>
      <p className="mb-4 text-sm text-ink-2">{m.changes_text()}</p>
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {changes.map((change) => (
          <ChangeRow key={change.id} change={change} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          look="quiet"
          className="mt-2 w-full"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {m.more()}
        </Button>
      )}
    </>
  );
}

function ChangeRow({ change }: { change: ModelChange }) {
  const { at, by, action, fields } = change;
  return (
    <li className="border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="min-w-0 [overflow-wrap:anywhere]">
          <span className="font-semibold">{subjectText(change)}</span>{' '}
          <span className="text-sm text-ink-2">{changeActionText(change)}</span>
        </p>
        <p className="text-xs text-ink-3">
          {by ?? m.changed_by_gone()}, <time dateTime={at}>{momentText(at)}</time>
        </p>
      </div>
      {fields.length > 0 ? (
        <dl className="mt-1.5 grid gap-y-1 text-sm sm:grid-cols-[minmax(8rem,auto)_1fr] sm:gap-x-4">
          {fields.map(({ field, from, to }) => (
            <div key={field} className="sm:contents">
              <dt className="text-ink-2">{fieldText(field)}</dt>
              <dd className="flex flex-wrap items-center gap-x-1.5 [overflow-wrap:anywhere]">
                <span className="text-ink-2">{valueText(field, from)}</span>
                <Icon of={ArrowRight} size={14} className="text-ink-3" />
                <span className="sr-only">{m.change_to()}</span>
                <span>{valueText(field, to)}</span>
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        action === 'changed' &&
        change.kind !== 'key' && <p className="mt-1 text-sm text-ink-2">{m.change_nothing()}</p>
      )}
    </li>
  );
}
