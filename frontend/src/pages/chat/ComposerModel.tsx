import { lazy, Suspense } from 'react';
import { ModelMenu } from '@/components/molecules/ModelMenu';
import { useEstimate, useModels } from '@/features/models/hooks/useModels';
import { afterFirst } from '@/lib/afterFirst';
import { chooseModel } from '@/lib/chosenModel';
import { moneyText } from '@/lib/moneyText';
import { m } from '@/paraglide/messages';
import { ComposerPictures } from './ComposerPictures';

const ComposerBudget = lazy(() => afterFirst(() => import('./ComposerBudget')));

interface ComposerModelProps {
  /** Whose question it is: a conversation's, or a new one's. */
  place: string;
  text: string;
  history: number;
  /** A tool's model, or null where its maker leaves it to the company; the person chooses when there is no tool. */
  fixed?: string | null;
}

/** Who answers the next question and what that likely costs; nothing while no model is set up. */
export default function ComposerModel({ place, text, history, fixed }: ComposerModelProps) {
  const { models, usual, chosen: own } = useModels();
  const chosen = fixed === undefined ? own : (fixed ?? undefined);
  const estimate = useEstimate(models?.length ? text : '', history, chosen);
  if (!models?.length) return null;
  const current = models.find(({ id }) => id === (chosen ?? usual));
  // a policy finds a model that reads pictures when there is one
  const reads = current?.policy ? models.some(({ images }) => images) : (current?.images ?? false);
  const name = current?.name ?? m.model();
  return (
    <>
      {fixed === undefined ? (
        <ModelMenu
          title={m.model_choose()}
          models={models}
          chosen={current?.id}
          onChoose={chooseModel}
          name={name}
        />
      ) : (
        <span className="truncate text-sm text-ink-2">{name}</span>
      )}
      <ComposerPictures place={place} taken={reads} />
      {estimate && (
        <span
          data-estimate
          className="shrink-0 text-xs text-ink-3 tabular-nums"
          title={m.cost_estimate_hint({ model: estimate.modelName })}
        >
          {estimate.cost === 0
            ? m.cost_none()
            : m.cost_estimate({ cost: moneyText(estimate.cost, estimate.currency) })}
        </span>
      )}
      <Suspense>
        <ComposerBudget history={history} />
      </Suspense>
    </>
  );
}
