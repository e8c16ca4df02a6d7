import { ReceiptText } from 'lucide-react';
import { useState } from 'react';
import { Icon } from '@/components/atoms/Icon';
import { ModelMenu } from '@/components/molecules/ModelMenu';
import { ReceiptDialog } from '@/components/organisms/ReceiptDialog';
import { useModels } from '@/features/models/hooks/useModels';
import type { Message } from '@/lib/api/types';
import { moneyText } from '@/lib/moneyText';
import { m } from '@/paraglide/messages';

interface AnswerModelProps {
  answer: Message;
  busy: boolean;
  /** Absent where another model may not be asked. */
  onRegenerate?: ((model: string) => void) | undefined;
}

/** Below an answer: another model for the same question, and the receipt with what it cost. */
export default function AnswerModel({ answer, busy, onRegenerate }: AnswerModelProps) {
  const { models } = useModels();
  const [opened, setOpened] = useState(false);
  const { receipt } = answer;
  return (
    <>
      {onRegenerate && !!models?.length && (
        <ModelMenu
          title={m.regenerate_with()}
          models={models}
          chosen={answer.model}
          onChoose={onRegenerate}
          disabled={busy}
        />
      )}
      {receipt && (
        <button
          type="button"
          data-receipt
          title={m.receipt_open()}
          onClick={() => setOpened(true)}
          className="ml-1 inline-flex h-8 min-w-0 items-center gap-1.5 rounded-md px-2 text-xs text-ink-2 tabular-nums transition-colors duration-150 hover:bg-sunken hover:text-ink"
        >
          <Icon of={ReceiptText} size={16} />
          <span className="truncate">{receipt.modelName}</span>
          <span aria-hidden>·</span>
          <span className="shrink-0">{moneyText(receipt.cost, receipt.currency)}</span>
        </button>
      )}
      {opened && receipt && <ReceiptDialog receipt={receipt} onClose={() => setOpened(false)} />}
    </>
  );
}
