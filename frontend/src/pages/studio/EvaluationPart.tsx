import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Select } from '@/components/atoms/Select';
import { Switch } from '@/components/atoms/Switch';
import { EvaluationSummary } from '@/components/organisms/EvaluationSummary';
import { EvaluationTable } from '@/components/organisms/EvaluationTable';
import { useMyBudgets } from '@/features/reporting/hooks/useUsage';
import { useGoldenChanges } from '@/features/tools/hooks/useGolden';
import type { Tool, ToolGate } from '@/lib/api/types';
import { columnsOf, gatePace, isOutdated, scoreText, THRESHOLDS } from '@/lib/goldenText';
import { m } from '@/paraglide/messages';

interface EvaluationPartProps {
  tool: Tool;
  gate: ToolGate;
  /** Whether the tool may be changed now; what was handed in has been asked, or is. */
  editable: boolean;
}

/** Asks the golden questions, and shows how they were answered by what is made and by what people use. */
export function EvaluationPart({ tool, gate, editable }: EvaluationPartProps) {
  const { evaluate, setThreshold } = useGoldenChanges(tool.id);
  const { data: budgets } = useMyBudgets();
  const [compare, setCompare] = useState(true);
  const { draft, questions } = gate;
  const running = gatePace(gate) !== false;
  const outdated = isOutdated(gate, tool.revision);
  const columns = columnsOf(gate, m.golden_draft());
  // what was chosen elsewhere stays to choose
  const thresholds = [...new Set([...THRESHOLDS, gate.threshold])].toSorted((a, b) => a - b);
  return (
    <section aria-labelledby="golden-evaluation" className="mt-2">
      <h2 id="golden-evaluation" className="sr-only">
        {m.golden_evaluation()}
      </h2>
      <div className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3 rounded-lg border border-line bg-surface p-4">
        <div className="min-w-0 flex-1 basis-52">
          <Select
            labelled
            label={m.golden_threshold()}
            value={String(gate.threshold)}
            disabled={!editable || setThreshold.isPending}
            options={thresholds.map((each) => ({ value: String(each), label: scoreText(each) }))}
            onChange={(threshold) => setThreshold.mutate(Number(threshold))}
          />
          <p className="mt-1 text-sm text-ink-2">{m.golden_threshold_text()}</p>
        </div>
        <div className="min-w-0 flex-1 basis-52">
          {tool.live && (
            <p className="mb-2 flex items-center gap-2 text-sm">
              <Switch label={m.golden_compare()} on={compare} onChange={setCompare} />
              {m.golden_compare()}
            </p>
          )}
          <Button
            look="primary"
            disabled={running || !questions || evaluate.isPending || !editable}
            onClick={() => evaluate.mutate(!!tool.live && compare)}
          >
            {draft && draft.state !== 'RUNNING' ? m.golden_evaluate_again() : m.golden_evaluate()}
          </Button>
          <p className="mt-1 text-sm text-ink-2">{m.golden_evaluate_text()}</p>
        </div>
      </div>
      {!columns.length
        ? questions > 0 && <p className="text-sm text-ink-2">{m.golden_unasked()}</p>
        : questions + (draft?.questions ?? 0) > 0 && (
            <>
              <div className={`grid gap-3 ${columns.length > 1 ? 'sm:grid-cols-2' : ''}`}>
                {columns.map(({ title, evaluation }) => (
                  <EvaluationSummary key={title} title={title} evaluation={evaluation}>
                    {evaluation === draft && outdated && (
                      <p className="mt-2 text-sm font-semibold">{m.golden_changed()}</p>
                    )}
                  </EvaluationSummary>
                ))}
              </div>
              <h3 className="mt-6 mb-2 font-semibold">{m.golden_results()}</h3>
              <EvaluationTable columns={columns} currency={budgets?.currency} />
            </>
          )}
    </section>
  );
}
