import { ClipboardCheck } from 'lucide-react';
import { useEffect } from 'react';
import { Link, Navigate } from 'react-router';
import { EmptyState } from '@/components/molecules/EmptyState';
import { PagedList } from '@/components/organisms/PagedList';
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
  return (
    <section className="flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-labelledby="reviews-title">
      <div className="mx-auto max-w-3xl">
        <h1 id="reviews-title" className="text-xl font-semibold">
          {m.reviews()}
        </h1>
        <p className="mb-5 text-sm text-ink-2">{m.reviews_text()}</p>
        <PagedList
          query={query}
          label={m.reviews()}
          empty={
            <EmptyState icon={ClipboardCheck} title={m.reviews_empty()}>
              {m.reviews_empty_text()}
            </EmptyState>
          }
        >
          {(tool) => (
            <Link
              to={`/reviews/${tool.id}`}
              className="block px-4 py-3 hover:bg-sunken focus-visible:-outline-offset-2"
            >
              <ToolRow tool={tool} waiting />
            </Link>
          )}
        </PagedList>
      </div>
    </section>
  );
}
