import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { TextArea } from '@/components/atoms/TextArea';
import { Dialog } from '@/components/molecules/Dialog';
import { FailureCard } from '@/components/molecules/FailureCard';
import { Compared } from '@/components/organisms/ToolFacts';
import { useSuggestion } from '@/features/tools/hooks/useSuggestion';
import { ProblemError } from '@/lib/api/problem';
import { describeError } from '@/lib/describeError';
import { moneyText } from '@/lib/moneyText';
import { m } from '@/paraglide/messages';

interface AssistDialogProps {
  instructions: string;
  onTake: (instructions: string) => void;
  onClose: () => void;
}

/** Instructions written together with a model: what is suggested stands beside what is there, to be taken or not. */
export default function AssistDialog({ instructions, onTake, onClose }: AssistDialogProps) {
  const [wish, setWish] = useState('');
  const { data, error, isPending, mutate } = useSuggestion();
  const noModel = error instanceof ProblemError && error.code === 'model_needed';
  const ask = () => mutate({ wish: wish.trim(), instructions });
  return (
    <Dialog
      wide
      title={m.studio_assist_title()}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button look={data ? 'secondary' : 'primary'} disabled={!wish.trim() || isPending} onClick={ask}>
            {isPending ? m.studio_assist_asking() : data ? m.studio_assist_again() : m.studio_assist_ask()}
          </Button>
          {data && (
            <Button look="primary" disabled={isPending} onClick={() => onTake(data.instructions)}>
              {m.studio_assist_take()}
            </Button>
          )}
        </>
      }
    >
      <TextArea
        label={m.studio_assist_wish()}
        rows={3}
        maxLength={2000}
        value={wish}
        onChange={(event) => setWish(event.target.value)}
      />
      {noModel ? (
        <p role="status" className="mt-4 rounded-md bg-sunken px-3 py-2 text-sm">
          {m.studio_assist_no_model()}
        </p>
      ) : (
        error && (
          <div className="mt-4">
            <FailureCard {...describeError(error)}>{null}</FailureCard>
          </div>
        )
      )}
      {data && (
        <section aria-label={m.studio_assist_diff()} aria-busy={isPending} className="mt-4">
          <h3 className="mb-1 text-sm font-semibold text-ink-2">{m.studio_assist_diff()}</h3>
          <div className="flex flex-col rounded-md border border-line p-2 text-sm [overflow-wrap:anywhere]">
            <Compared before={instructions.split('\n')} after={data.instructions.split('\n')} />
          </div>
          <p className="mt-1 text-xs text-ink-2">
            {data.receipt.modelName} · {moneyText(data.receipt.cost, data.receipt.currency)}
          </p>
        </section>
      )}
    </Dialog>
  );
}
