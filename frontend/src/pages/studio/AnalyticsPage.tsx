import { Ban } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { Button } from '@/components/atoms/Button';
import { Segments } from '@/components/atoms/Segments';
import { Skeleton } from '@/components/atoms/Skeleton';
import { BackLink } from '@/components/molecules/BackLink';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { useToolAnalytics } from '@/features/tools/hooks/useToolAnalytics';
import { useTool } from '@/features/tools/hooks/useTools';
import { ProblemError } from '@/lib/api/problem';
import type { ToolRange } from '@/lib/api/types';
import { toolName } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { TopicsPart } from './TopicsPart';
import { ToolCharts } from './ToolCharts';
import { ToolTotals } from './ToolTotals';
import { VersionsTable } from './VersionsTable';

/** How a tool does, for those who make it: counts, and nobody's questions. */
export default function AnalyticsPage() {
  const { toolId = '' } = useParams();
  const [range, setRange] = useState<ToolRange>('month');
  const tool = useTool(toolId);
  const { query, save } = useToolAnalytics(toolId, range);
  const title = tool.data ? toolName(tool.data) : m.studio();
  useEffect(() => {
    document.title = `${m.analytics()} · ${title} · ${m.brand()}`;
  }, [title]);
  const gone = query.error instanceof ProblemError && [403, 404].includes(query.error.problem.status);
  const ranges: { value: ToolRange; label: string }[] = [
    { value: 'week', label: m.analytics_days({ count: '7' }) },
    { value: 'month', label: m.analytics_days({ count: '30' }) },
    { value: 'quarter', label: m.analytics_days({ count: '90' }) },
  ];
  return (
    <section className="min-w-0 flex-1 overflow-y-auto px-4 py-5 lg:px-8" aria-labelledby="analytics-title">
      <div className="mx-auto max-w-4xl">
        <BackLink to={`/studio/${toolId}`}>{title}</BackLink>
        <div className="mb-5 flex flex-wrap items-end justify-between gap-3">
          <div className="min-w-0 flex-1 basis-64">
            <h1 id="analytics-title" className="text-xl font-semibold">
              {m.analytics()}
            </h1>
            <p className="text-sm text-ink-2">{m.analytics_text()}</p>
          </div>
          <Segments label={m.range_label()} value={range} options={ranges} onChange={setRange} />
        </div>
        {gone ? (
          <EmptyState icon={Ban} title={m.studio_gone()}>
            {m.studio_gone_text()}
          </EmptyState>
        ) : query.error && !query.data ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : !query.data ? (
          <Skeleton rows={3} className="h-28" />
        ) : (
          <div className={query.isPlaceholderData ? 'opacity-60 transition-opacity duration-150' : undefined}>
            <ToolTotals figures={query.data} />
            <ToolCharts figures={query.data} />
            <VersionsTable figures={query.data} />
            <div className="mt-4 flex flex-wrap justify-end gap-2">
              <Button disabled={save.isPending} onClick={() => save.mutate('day')}>
                {m.analytics_csv_days()}
              </Button>
              <Button disabled={save.isPending} onClick={() => save.mutate('release')}>
                {m.analytics_csv_releases()}
              </Button>
            </div>
            {tool.data?.role === 'owner' && <TopicsPart toolId={toolId} />}
          </div>
        )}
      </div>
    </section>
  );
}
