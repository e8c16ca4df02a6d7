import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '@/components/atoms/Button';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { ErrorState } from '@/components/molecules/ErrorState';
import { useToolGate } from '@/features/tools/hooks/useGolden';
import { useCanary, useRollout } from '@/features/tools/hooks/useRollout';
import { percentText } from '@/lib/amountText';
import type { Tool, ToolCanary } from '@/lib/api/types';
import { momentText, numberText } from '@/lib/format';
import { scoreText } from '@/lib/goldenText';
import { SHARES } from '@/lib/rolloutText';
import { m } from '@/paraglide/messages';

type Measure = ToolCanary['measures'][number];
type Asking = { percent: number } | 'back';

const VERDICTS = {
  WAITS: ['text-ink-2', m.canary_waits],
  HOLDS: ['text-ok', m.canary_holds],
  FAILS: ['text-danger', m.canary_fails],
} as const;

/** A release that only some people use yet: how it fares beside the other, and the way on or back. */
export function CanaryPanel({ tool, canary }: { tool: Tool; canary: NonNullable<Tool['canary']> }) {
  const query = useCanary(tool);
  const { data: gate } = useToolGate(tool.id);
  const golden = gate?.canary;
  const { widen, back } = useRollout(tool.id);
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const { number, percent, since } = canary;
  const more = SHARES.filter((share) => share > percent && share < 100);
  const live = tool.live?.number;
  return (
    <section
      aria-label={m.canary({ number })}
      data-canary={percent}
      className="mb-6 rounded-lg border border-line bg-surface p-4"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="font-semibold">{m.canary({ number })}</h2>
          <p className="text-sm text-ink-2">
            {live
              ? m.canary_text({ percent, live, when: momentText(since) })
              : m.canary_first_text({ percent, when: momentText(since) })}
          </p>
        </div>
        {tool.role === 'owner' && (
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setAsking('back')}>{m.rollback()}</Button>
            {more.map((share) => (
              <Button key={share} onClick={() => setAsking({ percent: share })}>
                {m.rollout_share({ percent: share })}
              </Button>
            ))}
            <Button look="primary" onClick={() => setAsking({ percent: 100 })}>
              {m.canary_promote()}
            </Button>
          </div>
        )}
      </div>
      {query.error && !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Skeleton rows={2} className="mt-4 h-8" />
      ) : (
        <Measures canary={query.data} live={live} />
      )}
      {golden?.score !== undefined && (
        <p className="mt-2 text-sm" data-golden={golden.state}>
          <Link
            to={`/studio/${tool.id}/golden`}
            className="font-semibold text-accent underline underline-offset-4"
          >
            {m.golden_canary_line({
              score: scoreText(golden.score),
              threshold: scoreText(golden.threshold),
              when: momentText(golden.endedAt ?? golden.startedAt),
            })}
          </Link>
        </p>
      )}
      {asking && (
        <ConfirmDialog
          title={
            asking === 'back'
              ? m.rollback_title({ number })
              : asking.percent === 100
                ? m.canary_promote_title({ number })
                : m.canary_widen_title({ number, percent: asking.percent })
          }
          effect={
            asking !== 'back'
              ? m.canary_widen_effect()
              : live
                ? m.rollback_effect({ live })
                : m.rollback_first_effect()
          }
          verb={
            asking === 'back'
              ? m.rollback()
              : asking.percent === 100
                ? m.canary_promote()
                : m.rollout_share({ percent: asking.percent })
          }
          look={asking === 'back' ? 'danger' : 'primary'}
          busy={widen.isPending || back.isPending}
          onClose={close}
          onConfirm={() =>
            asking === 'back'
              ? back.mutate({ from: number }, { onSettled: close })
              : widen.mutate({ number, percent: asking.percent }, { onSettled: close })
          }
        />
      )}
    </section>
  );
}

function Measures({ canary, live }: { canary: ToolCanary; live: number | undefined }) {
  const { number, needed, measures } = canary;
  const share = ({ bad, sessions }: { bad: number; sessions: number }) =>
    m.canary_of({ bad: numberText(bad), sessions: numberText(sessions) });
  return (
    <>
      <div className="mt-4 overflow-x-auto">
        <table className="w-full text-left text-sm tabular-nums">
          <thead className="text-ink-2">
            <tr>
              <th scope="col" className="py-1.5 pr-4 font-semibold">
                {m.canary_measure()}
              </th>
              <th scope="col" className="py-1.5 pr-4 font-semibold">
                {m.tool_release({ number })}
              </th>
              {live && (
                <th scope="col" className="py-1.5 pr-4 font-semibold">
                  {m.tool_release({ number: live })}
                </th>
              )}
              <th scope="col" className="py-1.5 font-semibold">
                {m.canary_verdict()}
              </th>
            </tr>
          </thead>
          <tbody>
            {measures.map((measure) => (
              <tr key={measure.cause} className="border-t border-line align-top">
                <th scope="row" className="py-2 pr-4 font-normal">
                  {measure.cause === 'errors' ? m.canary_errors() : m.canary_feedback()}
                </th>
                <td className="py-2 pr-4">{share(measure)}</td>
                {live && <td className="py-2 pr-4">{measure.live ? share(measure.live) : m.canary_few()}</td>}
                <td className="py-2">
                  <Verdict measure={measure} needed={needed} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-2 text-xs text-ink-2">{m.canary_how({ needed })}</p>
    </>
  );
}

function Verdict({ measure, needed }: { measure: Measure; needed: number }) {
  const { verdict, sessions, bound, limit } = measure;
  const [tone, word] = VERDICTS[verdict];
  return (
    <>
      <span className={`block font-semibold ${tone}`} data-verdict={verdict}>
        {word()}
      </span>
      <span className="block text-ink-2">
        {verdict === 'WAITS'
          ? m.canary_more({ count: needed - sessions })
          : m.canary_bound({ bound: percentText(bound), limit: percentText(limit) })}
      </span>
    </>
  );
}
