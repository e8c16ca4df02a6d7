import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { IconButton } from '@/components/atoms/IconButton';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ErrorState } from '@/components/molecules/ErrorState';
import { useRatings, useToolReviews } from '@/features/tools/hooks/useToolReviews';
import type { StoreTool, ToolReview } from '@/lib/api/types';
import { dateText } from '@/lib/format';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { HideDialog } from './HideDialog';
import { MyRating } from './MyRating';

/** What people who used a tool say of it, the own words first. */
export function ToolReviews({ tool }: { tool: StoreTool }) {
  const query = useToolReviews(tool.id);
  const { hide, show } = useRatings(tool.id);
  const [hiding, setHiding] = useState<ToolReview>();
  const reviews = query.data?.pages.flatMap(({ items }) => items);
  return (
    <section aria-labelledby="tool-reviews">
      <h2 id="tool-reviews" className="mt-7 mb-2 font-semibold">
        {m.ratings()}
      </h2>
      <MyRating tool={tool} />
      {query.error && !reviews ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !reviews ? (
        <Skeleton rows={2} className="h-16" />
      ) : reviews.length === 0 ? (
        <p className="text-sm text-ink-2">{m.ratings_none()}</p>
      ) : (
        <ul className="overflow-hidden rounded-lg border border-line bg-surface">
          {reviews.map((review) => (
            <li key={review.id} className="flex gap-2 border-b border-line px-4 py-3 last:border-b-0">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
                  <span className="font-semibold">{shownName(review.by.name)}</span>
                  <span className="text-ink-2">{m.stars({ count: String(review.stars) })}</span>
                  <span className="text-ink-3">
                    {m.tool_release({ number: review.release })} · {dateText(review.at)}
                  </span>
                </p>
                <p className="mt-1 whitespace-pre-wrap [overflow-wrap:anywhere]">{review.text}</p>
                {review.hidden && (
                  <p className="mt-1 text-sm text-warn [overflow-wrap:anywhere]">
                    {m.review_hidden({
                      name: shownName(review.hidden.by.name),
                      reason: review.hidden.reason,
                    })}
                  </p>
                )}
              </div>
              {tool.moderates && (
                <IconButton
                  icon={review.hidden ? Eye : EyeOff}
                  label={review.hidden ? m.review_show() : m.review_hide()}
                  disabled={show.isPending}
                  onClick={() => (review.hidden ? show.mutate(review.id) : setHiding(review))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button look="quiet" className="mt-3 w-full" onClick={() => void query.fetchNextPage()}>
          {m.more()}
        </Button>
      )}
      {hiding && (
        <HideDialog
          name={shownName(hiding.by.name)}
          busy={hide.isPending}
          onClose={() => setHiding(undefined)}
          onHide={(reason) =>
            hide.mutate({ reviewId: hiding.id, reason }, { onSettled: () => setHiding(undefined) })
          }
        />
      )}
    </section>
  );
}
