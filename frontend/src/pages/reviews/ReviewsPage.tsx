import { ClipboardCheck } from 'lucide-react';
import { useEffect } from 'react';
import { Link, Navigate } from 'react-router';
import { Button } from '@/components/atoms/Button';
import { Skeleton } from '@/components/atoms/Skeleton';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { ToolRow } from '@/components/organisms/ToolRow';
import { useMe } from '@/features/session/hooks/useMe';
import { useReviews } from '@/features/tools/hooks/useReviews';
import { m } from '@/paraglide/messages';

/** What waits for a reviewer. */
export default function ReviewsPage() {
  const { data: me } = useMe();
  const query = useReviews();
  useEffect(() => {
    document.title = `${m.reviews()} · ${m.brand()}`;
  }, []);
  if (me && !me.roles.includes('reviewer')) return <Navigate replace to="/" />;
  const tools = query.data?.pages.flatMap(({ items }) => items);
  return (
    <section className="flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-labelledby="reviews-title">
      <div className="mx-auto max-w-3xl">
        <h1 id="reviews-title" className="text-xl font-semibold">
          {m.reviews()}
        </h1>
        <p className="mb-5 text-sm text-ink-2">{m.reviews_text()}</p>
        {query.error && !tools ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : !tools ? (
          <Skeleton rows={4} className="h-16" />
        ) : tools.length === 0 ? (
          <EmptyState icon={ClipboardCheck} title={m.reviews_empty()}>
            {m.reviews_empty_text()}
          </EmptyState>
        ) : (
          <ul className="overflow-hidden rounded-lg border border-line bg-surface" aria-label={m.reviews()}>
            {tools.map((tool) => (
              <li key={tool.id} className="border-b border-line last:border-b-0">
                <Link
                  to={`/reviews/${tool.id}`}
                  className="block px-4 py-3 hover:bg-sunken focus-visible:-outline-offset-2"
                >
                  <ToolRow tool={tool} waiting />
                </Link>
              </li>
            ))}
          </ul>
        )}
        {query.hasNextPage && (
          <Button
            look="quiet"
            className="mt-3 w-full"
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {m.more()}
          </Button>
        )}
      </div>
    </section>
  );
}
