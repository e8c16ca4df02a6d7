import { Blocks, Plus } from 'lucide-react';
import { useEffect } from 'react';
import { Link, useNavigate } from 'react-router';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { Skeleton } from '@/components/atoms/Skeleton';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { ToolRow } from '@/components/organisms/ToolRow';
import { useMe } from '@/features/session/hooks/useMe';
import { useTools } from '@/features/tools/hooks/useTools';
import { m } from '@/paraglide/messages';
import { AccessRequests } from './AccessRequests';

/** The tools that the person makes, alone or with others. */
export default function StudioPage() {
  const navigate = useNavigate();
  const { data: me } = useMe();
  const query = useTools();
  useEffect(() => {
    document.title = `${m.studio()} · ${m.brand()}`;
  }, []);
  const tools = query.data?.pages.flatMap(({ items }) => items);
  const make = me?.roles.some((role) => role === 'builder' || role === 'admin') && (
    <Button look="primary" icon={<Icon of={Plus} />} onClick={() => void navigate('/studio/new')}>
      {m.studio_new()}
    </Button>
  );
  return (
    <section className="flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-labelledby="studio-title">
      <div className="mx-auto max-w-3xl">
        <div className="mb-5 flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0 flex-1 basis-64">
            <h1 id="studio-title" className="text-xl font-semibold">
              {m.studio()}
            </h1>
            <p className="text-sm text-ink-2">{m.studio_text()}</p>
          </div>
          {!!tools?.length && make}
        </div>
        <AccessRequests />
        {query.error && !tools ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : !tools ? (
          <Skeleton rows={4} className="h-16" />
        ) : tools.length === 0 ? (
          <EmptyState icon={Blocks} title={m.studio_empty()} action={make}>
            {m.studio_empty_text()}
          </EmptyState>
        ) : (
          <ul className="overflow-hidden rounded-lg border border-line bg-surface" aria-label={m.studio()}>
            {tools.map((tool) => (
              <li key={tool.id} className="border-b border-line last:border-b-0">
                <Link
                  to={`/studio/${tool.id}`}
                  className="block px-4 py-3 hover:bg-sunken focus-visible:-outline-offset-2"
                >
                  <ToolRow tool={tool} />
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
