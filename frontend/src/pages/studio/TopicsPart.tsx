import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Select } from '@/components/atoms/Select';
import { Skeleton } from '@/components/atoms/Skeleton';
import { FactsLine } from '@/components/molecules/FactsLine';
import { ErrorState } from '@/components/molecules/ErrorState';
import { useToolTopics } from '@/features/tools/hooks/useToolAnalytics';
import type { ToolTopics } from '@/lib/api/types';
import { percentText } from '@/lib/amountText';
import { numberText } from '@/lib/format';
import { locale } from '@/lib/locale';
import { wordsOf } from '@/lib/toolText';
import { m } from '@/paraglide/messages';

type Month = ToolTopics['months'][number];
type Counts = NonNullable<Month['counts']>;

const CELL = 'px-3 py-2 text-right whitespace-nowrap';

const monthText = (month: string) =>
  new Intl.DateTimeFormat(locale.get(), { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** Rounded down, and said so also to who cannot see the sign. */
function Least({ count }: { count: number | undefined }) {
  if (count === undefined) return <>–</>;
  return (
    <>
      <span aria-hidden>{numberText(count)}+</span>
      <span className="sr-only">{m.topics_least({ count: numberText(count) })}</span>
    </>
  );
}

const Cells = ({ counts, before }: { counts: Counts; before?: number | undefined }) => (
  <>
    <td className={CELL}>
      <Least count={counts.people} />
    </td>
    <td className={CELL}>
      <Least count={counts.questions} />
    </td>
    <td className={CELL}>{counts.unanswered === undefined ? '–' : percentText(counts.unanswered / 100)}</td>
    <td className={CELL}>
      <Least count={before} />
    </td>
  </>
);

function TopicsTable({ topics, others }: Month) {
  return (
    <div
      className="overflow-x-auto rounded-lg border border-line bg-surface"
      tabIndex={0}
      role="region"
      aria-label={m.topics()}
    >
      <table className="w-full text-sm tabular-nums">
        <thead className="text-ink-2">
          <tr>
            <th scope="col" className="px-3 py-2 text-left font-semibold">
              {m.topics_question()}
            </th>
            {[m.topics_people(), m.topics_questions(), m.topics_not_found(), m.topics_before()].map(
              (name) => (
                <th key={name} scope="col" className={`${CELL} font-semibold`}>
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {topics.map(({ text, source, counts, peopleBefore, releases }, index) => (
            <tr key={index} className="border-t border-line">
              <th scope="row" className="min-w-44 px-3 py-2 text-left font-normal [overflow-wrap:anywhere]">
                {wordsOf(text)}
                <FactsLine
                  facts={[
                    ...(source === 'subject' ? [m.topics_subject()] : []),
                    ...releases.map(({ release, counts: part }) =>
                      m.topics_of_release({ number: release, people: `${numberText(part.people)}+` }),
                    ),
                  ]}
                />
              </th>
              <Cells counts={counts} before={peopleBefore} />
            </tr>
          ))}
          {others && (
            <tr className="border-t border-line text-ink-2">
              <th scope="row" className="px-3 py-2 text-left font-normal">
                {m.topics_others()}
              </th>
              <Cells counts={others} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

/** What people ask a tool, for its owners: in words that were there before, and never of fewer than five people. */
export function TopicsPart({ toolId }: { toolId: string }) {
  const { query, save } = useToolTopics(toolId);
  const [chosen, setChosen] = useState<string>();
  const months = query.data?.months ?? [];
  const month = months.find((each) => each.month === chosen) ?? months[0];
  return (
    <div className="mt-6">
      <div className="mb-2 flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="font-semibold">{m.topics()}</h2>
          <p className="text-sm text-ink-2">{m.topics_text()}</p>
        </div>
        {month && months.length > 1 && (
          <Select
            label={m.topics_month()}
            value={month.month}
            options={months.map(({ month: value }) => ({ value, label: monthText(value) }))}
            onChange={setChosen}
          />
        )}
      </div>
      {query.error && !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Skeleton rows={3} />
      ) : !month ? (
        <p className="text-sm text-ink-2">{m.topics_empty()}</p>
      ) : (
        <>
          {months.length === 1 && <p className="mb-2 text-sm font-semibold">{monthText(month.month)}</p>}
          {!month.topics.length && (
            <p className="mb-2 text-sm text-ink-2">{month.counts ? m.topics_none() : m.topics_few()}</p>
          )}
          {(month.topics.length > 0 || month.others) && <TopicsTable {...month} />}
          <p className="mt-2 text-sm text-ink-2">{m.topics_hint()}</p>
          <div className="mt-4 flex flex-wrap justify-end gap-2">
            <Button disabled={save.isPending} onClick={() => save.mutate()}>
              {m.topics_csv()}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
