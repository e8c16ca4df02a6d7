import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { TextArea } from '@/components/atoms/TextArea';
import { StarPicker } from '@/components/molecules/StarPicker';
import { useRatings } from '@/features/tools/hooks/useToolReviews';
import type { StoreTool } from '@/lib/api/types';
import { m } from '@/paraglide/messages';

/** The person's own rating: given, changed and taken back, once they used the tool. */
export function MyRating({ tool: { id, mine, used } }: { tool: StoreTool }) {
  const { put, remove } = useRatings(id);
  const [stars, setStars] = useState(mine?.stars ?? 0);
  const [review, setReview] = useState(mine?.review ?? '');
  if (!used) return <p className="mb-4 text-sm text-ink-2">{m.rating_after_use()}</p>;
  const changed = stars !== (mine?.stars ?? 0) || review.trim() !== (mine?.review ?? '');
  return (
    <div className="mb-4 rounded-lg border border-line bg-surface px-4 py-3">
      <StarPicker label={m.rating_mine()} value={stars} onChange={setStars} />
      {stars > 0 && (
        <div className="mt-3 animate-appear">
          <TextArea
            label={m.rating_words()}
            placeholder={m.rating_words_hint()}
            rows={2}
            maxLength={1000}
            value={review}
            onChange={(event) => setReview(event.target.value)}
          />
          {mine?.hidden && (
            <p className="mt-2 text-sm text-warn [overflow-wrap:anywhere]">
              {m.rating_hidden({ reason: mine.hidden })}
            </p>
          )}
          <div className="mt-3 flex flex-wrap justify-end gap-2">
            {mine && !mine.hidden && (
              <Button
                look="quiet"
                disabled={remove.isPending}
                onClick={() =>
                  remove.mutate(undefined, {
                    onSuccess: () => {
                      setStars(0);
                      setReview('');
                    },
                  })
                }
              >
                {m.rating_remove()}
              </Button>
            )}
            <Button
              look="primary"
              disabled={!changed || put.isPending}
              onClick={() => put.mutate({ stars, review: review.trim() })}
            >
              {mine ? m.rating_change() : m.rating_send()}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
