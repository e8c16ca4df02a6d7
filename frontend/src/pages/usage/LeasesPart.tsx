import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { useLeases, useReleaseLease } from '@/features/reporting/hooks/useBudgets';
import { amountText } from '@/lib/amountText';
import { dateText } from '@/lib/format';
import { m } from '@/paraglide/messages';

/** Money that instances which fell silent still hold; nothing is shown while there is none. */
export function LeasesPart({ editable }: { editable: boolean }) {
  const { data } = useLeases();
  const release = useReleaseLease();
  const [leaving, setLeaving] = useState<{ id: string; amount: string }>();
  if (!data?.items.length) return null;
  return (
    <section className="mt-8" aria-labelledby="leases">
      <h2 id="leases" className="font-semibold">
        {m.leases()}
      </h2>
      <p className="mb-2 text-sm text-ink-2">{m.leases_text()}</p>
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {data.items.map(({ instanceId, function: name, seenAt, outstanding }) => {
          const amount = amountText(outstanding, data.currency);
          return (
            <li
              key={instanceId}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-b-0"
            >
              <div className="min-w-0 flex-1 basis-40">
                <p className="font-semibold tabular-nums">{amount}</p>
                <p className="truncate text-sm text-ink-2">
                  {m.lease_silent({ name, when: dateText(seenAt) })}
                </p>
              </div>
              {editable && (
                <Button onClick={() => setLeaving({ id: instanceId, amount })}>{m.lease_release()}</Button>
              )}
            </li>
          );
        })}
      </ul>
      {leaving && (
        <ConfirmDialog
          title={m.lease_release_title({ amount: leaving.amount })}
          effect={m.lease_release_effect()}
          verb={m.lease_release()}
          busy={release.isPending}
          onConfirm={() => release.mutate(leaving.id, { onSuccess: () => setLeaving(undefined) })}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </section>
  );
}
