import { Blocks, Plus } from 'lucide-react';
import { useEffect } from 'react';
import { Link, useNavigate } from 'react-router';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { EmptyState } from '@/components/molecules/EmptyState';
import { PagedList } from '@/components/organisms/PagedList';
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
  const some = query.data?.pages.some(({ items }) => items.length > 0);
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
          {some && make}
        </div>
        <AccessRequests />
        <PagedList
          query={query}
          label={m.studio()}
          empty={
            <EmptyState icon={Blocks} title={m.studio_empty()} action={make}>
              {m.studio_empty_text()}
            </EmptyState>
          }
        >
          {(tool) => (
            <Link
              to={`/studio/${tool.id}`}
              className="block px-4 py-3 hover:bg-sunken focus-visible:-outline-offset-2"
            >
              <ToolRow tool={tool} />
            </Link>
          )}
        </PagedList>
      </div>
    </section>
  );
}
