import { useState } from 'react';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ErrorState } from '@/components/molecules/ErrorState';
import { RangePicker, type ChosenRange } from '@/components/molecules/RangePicker';
import { useMyBudgets } from '@/features/reporting/hooks/useUsage';
import { rangeOf } from '@/lib/days';
import { Breakdown } from './Breakdown';
import { CompanyFigures } from './CompanyFigures';

/** Everybody's use over some days: numbers, then a chart, then who and what. */
export default function CompanySection() {
  // says which day it is where the company is
  const here = useMyBudgets();
  const [picked, setPicked] = useState<ChosenRange>();
  if (here.error && !here.data) return <ErrorState error={here.error} onRetry={() => void here.refetch()} />;
  if (!here.data) return <Skeleton rows={3} className="h-28" />;
  const { today, timeZone, currency } = here.data;
  const chosen = picked ?? { name: 'month' as const, range: rangeOf('month', today) };
  return (
    <>
      <div className="mb-4">
        <RangePicker chosen={chosen} today={today} onChoose={setPicked} />
      </div>
      <CompanyFigures chosen={chosen} timeZone={timeZone} currency={currency} />
      <Breakdown range={chosen.range} currency={currency} />
    </>
  );
}
