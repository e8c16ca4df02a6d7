import { RotateCw } from 'lucide-react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { useChannelChanges, useDeliveries } from '@/features/reporting/hooks/useReports';
import { m } from '@/paraglide/messages';
import { problemText, stateText } from './deliveryText';

/** What was sent, what waits, and what could not be sent with its reason. */
export function DeliveriesPart({ editable }: { editable: boolean }) {
  const query = useDeliveries();
  const { retry } = useChannelChanges();
  const deliveries = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (!deliveries.length) return null;
  return (
    <section className="mt-8" aria-labelledby="deliveries">
      <h2 id="deliveries" className="mb-2 font-semibold">
        {m.deliveries()}
      </h2>
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {deliveries.map((delivery) => (
          <li
            key={delivery.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2.5 last:border-b-0"
          >
            <div className="min-w-0 flex-1 basis-52">
              <p className="truncate">
                <span className="font-semibold">
                  {delivery.what === 'report' ? m.delivery_report() : m.delivery_alert()}
                </span>{' '}
                <span className="text-sm text-ink-2">{delivery.target}</span>
              </p>
              <p className={`text-sm ${delivery.state === 'failed' ? 'text-danger' : 'text-ink-2'}`}>
                {stateText(delivery)}
                {delivery.problem && delivery.state !== 'sent' ? ` · ${problemText(delivery.problem)}` : ''}
              </p>
            </div>
            {editable && delivery.state !== 'sent' && (
              <Button
                icon={<Icon of={RotateCw} size={15} />}
                disabled={retry.isPending}
                onClick={() => retry.mutate(delivery.id)}
              >
                {m.delivery_retry()}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button look="quiet" className="mt-2 w-full" onClick={() => void query.fetchNextPage()}>
          {m.more()}
        </Button>
      )}
    </section>
  );
}
