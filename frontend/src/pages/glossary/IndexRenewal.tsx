import { ProgressBar } from '@/components/atoms/ProgressBar';
import { m } from '@/paraglide/messages';

/** How far the index of words is on its way to a newer analysis; searches go on meanwhile. */
export function IndexRenewal({ documents, waiting }: { documents: number; waiting: number }) {
  const done = documents - waiting;
  return (
    <div className="mb-4 rounded-lg border border-line bg-surface px-4 py-3" role="status">
      <p className="mb-2 text-sm text-ink-2">{m.index_renewal({ done, documents })}</p>
      <ProgressBar label={m.index_renewal_label()} share={done / Math.max(1, documents)} />
    </div>
  );
}
