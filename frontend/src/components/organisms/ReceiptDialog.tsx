import { Check, Minus, TextCursorInput, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Receipt } from '@/lib/api/types';
import { actionText } from '@/lib/actionText';
import { durationText, numberText } from '@/lib/format';
import { failureText, maskText, skipText } from '@/lib/modelText';
import { moneyText } from '@/lib/moneyText';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';
import { Dialog } from '../molecules/Dialog';

interface ReceiptDialogProps {
  receipt: Receipt;
  onClose: () => void;
}

function Fact({ name, children, note }: { name: string; children: ReactNode; note?: string | undefined }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-2">{name}</dt>
      <dd className="font-semibold tabular-nums">{children}</dd>
      {note && <dd className="text-xs text-ink-2 tabular-nums">{note}</dd>}
    </div>
  );
}

/** How an answer came: who was asked and why it went on, how long it took, what it cost, what stayed here. */
export function ReceiptDialog({ receipt, onClose }: ReceiptDialogProps) {
  const {
    attempts,
    inputTokens,
    cachedInputTokens,
    outputTokens,
    masked,
    skipped = [],
    rewriting,
    actions = [],
  } = receipt;
  const answered = attempts.at(-1);
  const kinds = Object.entries(masked);
  const cached =
    cachedInputTokens > 0 ? m.receipt_cached({ count: numberText(cachedInputTokens) }) : undefined;
  return (
    <Dialog title={m.receipt()} onClose={onClose} wide>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 rounded-lg border border-line px-4 py-3 sm:grid-cols-3">
        <Fact name={m.receipt_cost()}>{moneyText(receipt.cost, receipt.currency)}</Fact>
        <Fact name={m.receipt_input()} note={cached}>
          {m.receipt_tokens({ count: numberText(inputTokens) })}
        </Fact>
        <Fact name={m.receipt_output()}>{m.receipt_tokens({ count: numberText(outputTokens) })}</Fact>
        {answered && answered.firstTokenMillis >= 0 && (
          <Fact name={m.receipt_first()}>{durationText(answered.firstTokenMillis)}</Fact>
        )}
        <Fact name={m.receipt_total()}>
          {durationText(attempts.reduce((sum, { millis }) => sum + millis, rewriting?.millis ?? 0))}
        </Fact>
        <Fact name={m.receipt_passages()}>{m.receipt_passages_count({ count: receipt.passages })}</Fact>
      </dl>
      <h3 className="mt-5 mb-1 text-sm font-semibold text-ink-2">{m.receipt_models()}</h3>
      <ol className="divide-y divide-line">
        {rewriting && (
          <li className="flex items-center gap-3 py-2">
            <span className="text-ink-2">
              <Icon of={TextCursorInput} size={16} />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block truncate">{rewriting.modelName}</span>
              <span className="block text-sm text-ink-2 tabular-nums">
                {m.receipt_rewriting({
                  count: numberText(rewriting.inputTokens + rewriting.outputTokens),
                  cost: moneyText(rewriting.cost, receipt.currency),
                })}
              </span>
            </span>
            <span className="text-sm text-ink-2 tabular-nums">{durationText(rewriting.millis)}</span>
          </li>
        )}
        {skipped.map(({ model, modelName, reason }) => (
          <li key={model} className="flex items-center gap-3 py-2 text-ink-2">
            <Icon of={Minus} size={16} />
            <span className="min-w-0 flex-1">
              <span className="block truncate">{modelName}</span>
              <span className="block text-sm">{m.receipt_skipped({ reason: skipText(reason) })}</span>
            </span>
          </li>
        ))}
        {attempts.map((attempt, index) => (
          <li key={index} className="flex items-center gap-3 py-2">
            <span className={attempt.failure ? 'text-danger' : 'text-ok'}>
              <Icon of={attempt.failure ? X : Check} size={16} />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block truncate">{attempt.modelName}</span>
              <span className="block text-sm text-ink-2">
                {attempt.failure ? failureText(attempt.failure) : m.receipt_answered()}
              </span>
            </span>
            <span className="text-sm text-ink-2 tabular-nums">{durationText(attempt.millis)}</span>
          </li>
        ))}
      </ol>
      {actions.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 text-sm font-semibold text-ink-2">{m.receipt_actions()}</h3>
          <ol className="divide-y divide-line">
            {actions.map(({ source, name, host, method, outcome, reason }, index) => (
              <li key={index} className="py-2">
                <span className="block [overflow-wrap:anywhere]">{`${source} · ${name}`}</span>
                <span className="block text-sm [overflow-wrap:anywhere] text-ink-2">
                  {`${method} ${host} · ${actionText(outcome, reason)}`}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      <h3 className="mt-4 mb-2 text-sm font-semibold text-ink-2">{m.receipt_masks()}</h3>
      {kinds.length === 0 ? (
        <p className="text-sm text-ink-2">{m.receipt_masks_none()}</p>
      ) : (
        <ul className="flex flex-wrap gap-1.5">
          {kinds.map(([kind, count]) => (
            <li
              key={kind}
              className="rounded-full bg-accent-soft px-3 py-0.5 text-sm text-accent tabular-nums"
            >
              {maskText(kind)} {count}
            </li>
          ))}
        </ul>
      )}
      {receipt.estimated && <p className="mt-4 text-xs text-ink-2">{m.receipt_estimated()}</p>}
    </Dialog>
  );
}
