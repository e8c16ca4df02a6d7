import ActionCard from '@/components/organisms/ActionCard';
import { decideAction } from '@/features/chat/api/actions';
import type { AnswerAction } from '@/lib/api/types';
import { toastError } from '@/lib/toasts';

interface LiveActionsProps {
  conversationId: string;
  answerId: string;
  actions: readonly AnswerAction[];
}

/** What the tool wants to do or did outside while this answer is written. */
export default function LiveActions({ conversationId, answerId, actions }: LiveActionsProps) {
  return actions.map((action) => (
    <ActionCard
      key={action.id}
      action={action}
      onDecide={(decided, allow) =>
        decideAction(conversationId, answerId, decided, allow).then(() => undefined, toastError)
      }
    />
  ));
}
