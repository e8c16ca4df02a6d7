import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { Segments } from '@/components/atoms/Segments';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ErrorState } from '@/components/molecules/ErrorState';
import { UsageTable } from '@/components/organisms/UsageTable';
import { saveUsage } from '@/features/reporting/api/usage';
import { useBreakdown } from '@/features/reporting/hooks/useUsage';
import type { DayRange } from '@/lib/days';
import { toastError } from '@/lib/toasts';
import { m } from '@/paraglide/messages';
import { AnomalyList } from './AnomalyList';
import { useLineNames, type Parting } from './useLineNames';

const PARTINGS = { person: m.by_person, group: m.by_group, model: m.by_model, tool: m.by_tool };

/** Who or what the cost was for, as a table and as a file; and the days that stood out. */
export function Breakdown({ range, currency }: { range: DayRange; currency: string }) {
  const [by, setBy] = useState<Parting>('person');
  const [saving, setSaving] = useState(false);
  const query = useBreakdown(range, by);
  const nameOf = useLineNames();
  const save = () => {
    setSaving(true);
    saveUsage(range, by)
      .catch(toastError)
      .finally(() => setSaving(false));
  };
  const report = query.data;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <h2 className="sr-only">{m.break_down()}</h2>
        <Segments
          label={m.break_down()}
          value={by}
          options={(Object.keys(PARTINGS) as Parting[]).map((value) => ({ value, label: PARTINGS[value]() }))}
          onChange={setBy}
        />
        <Button
          className="sm:ml-auto"
          icon={<Icon of={Download} size={16} />}
          disabled={saving}
          onClick={save}
        >
          {m.export_csv()}
        </Button>
      </div>
      {query.error && !report ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !report ? (
        <Skeleton rows={5} className="h-12" />
      ) : (
        <div className={query.isPlaceholderData ? 'opacity-60 transition-opacity duration-150' : ''}>
          <UsageTable
            // a table of other things begins anew
            key={report.by}
            label={m.break_down()}
            of={PARTINGS[report.by as Parting]()}
            lines={report.items.map((line) => ({ ...line, label: nameOf(report.by as Parting, line) }))}
            total={report.totals.cost}
            currency={currency}
          />
          {report.nextCursor && (
            <p className="mt-2 text-sm text-ink-2">{m.lines_cut({ count: String(report.items.length) })}</p>
          )}
        </div>
      )}
      <AnomalyList range={range} by={by} currency={currency} />
    </>
  );
}
