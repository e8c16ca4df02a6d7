import { Ban } from 'lucide-react';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { Skeleton } from '@/components/atoms/Skeleton';
import { BackLink } from '@/components/molecules/BackLink';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { useTool } from '@/features/tools/hooks/useTools';
import { ProblemError } from '@/lib/api/problem';
import { toolName } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { Editor } from './Editor';

/** A tool that the person may edit. */
export default function EditorPage() {
  const { toolId = '' } = useParams();
  const query = useTool(toolId);
  const tool = query.data;
  const title = tool ? toolName(tool) : m.studio();
  useEffect(() => {
    document.title = `${title} · ${m.brand()}`;
  }, [title]);
  const gone = query.error instanceof ProblemError && query.error.problem.status === 404;
  if (tool?.role && !gone) return <Editor key={tool.id} tool={tool} onReload={query.refetch} />;
  return (
    <section className="flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-label={m.studio()}>
      <div className="mx-auto max-w-3xl">
        <BackLink to="/studio">{m.studio_back()}</BackLink>
        <h1 className="sr-only">{title}</h1>
        {gone || tool ? (
          <EmptyState icon={Ban} title={m.studio_gone()}>
            {m.studio_gone_text()}
          </EmptyState>
        ) : query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton rows={5} className="h-10" />
        )}
      </div>
    </section>
  );
}
