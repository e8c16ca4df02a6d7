import { Check, Pencil, Zap, X } from 'lucide-react';
import { Icon } from '@/components/atoms/Icon';
import { IconButton } from '@/components/atoms/IconButton';
import { Switch } from '@/components/atoms/Switch';
import { ChangedBy } from '@/components/molecules/ChangedBy';
import { useModelTest, usePutModel, wanted } from '@/features/models/hooks/useAdministration';
import type { ManagedModel } from '@/lib/api/types';
import { describeError } from '@/lib/describeError';
import { compactText, durationText } from '@/lib/format';
import { failedTestText } from '@/lib/modelText';
import { moneyText } from '@/lib/moneyText';
import { m } from '@/paraglide/messages';

type Test = NonNullable<ReturnType<typeof useModelTest>['data']>;

/** How a test went and how long it took; vectors have no first word. */
function testText({ answered, failure, firstTokenMillis, millis, cost, currency }: Test): string {
  const total = durationText(millis ?? 0);
  if (!answered) return [failedTestText(failure ?? ''), ...(millis === undefined ? [] : [total])].join(' · ');
  const paid = { total, cost: moneyText(cost ?? 0, currency ?? 'KRW') };
  return firstTokenMillis === undefined
    ? m.model_test_vectors(paid)
    : m.model_test_good({ ...paid, first: durationText(firstTokenMillis) });
}

/** One model: what it is, what it costs, whether it is on, and a test that really asks it. */
export function ModelRow({ model, onEdit }: { model: ManagedModel; onEdit: () => void }) {
  const change = usePutModel();
  const test = useModelTest();
  const { price, name } = model;
  const result = test.data;
  return (
    <li className="border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <p className={`truncate font-semibold ${model.enabled ? '' : 'text-ink-2'}`}>{name}</p>
          <p className="flex flex-wrap gap-x-3 text-sm text-ink-2 tabular-nums">
            <span>
              {price.input === 0 && price.output === 0
                ? m.cost_none()
                : m.model_price({
                    input: moneyText(price.input, price.currency),
                    output: moneyText(price.output, price.currency),
                  })}
            </span>
            <span>{m.model_context({ count: compactText(model.contextTokens) })}</span>
          </p>
          <ChangedBy changed={model.changed} />
        </div>
        <IconButton
          icon={Zap}
          label={m.model_test({ name })}
          disabled={test.isPending || !model.usable}
          onClick={() => test.mutate(model.id)}
        />
        <IconButton icon={Pencil} label={m.model_edit({ name })} onClick={onEdit} />
        <Switch
          label={m.model_enabled({ name })}
          on={model.enabled}
          disabled={change.isPending}
          onChange={(enabled) => change.mutate({ id: model.id, model: { ...wanted(model), enabled } })}
        />
      </div>
      <div role="status" className="text-sm">
        {test.isPending && <p className="mt-1 text-ink-2">{m.model_testing()}</p>}
        {test.error && <p className="mt-1 text-danger">{describeError(test.error).detail}</p>}
        {!test.isPending && result && (
          <p
            className={`mt-1 flex items-start gap-1.5 tabular-nums ${result.answered ? 'text-ok' : 'text-danger'}`}
          >
            <Icon of={result.answered ? Check : X} size={16} className="mt-0.5 shrink-0" />
            {testText(result)}
          </p>
        )}
      </div>
    </li>
  );
}
