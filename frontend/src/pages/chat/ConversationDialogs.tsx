import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { NameDialog } from '@/components/molecules/NameDialog';
import { useDeleteConversation, useRenameConversation } from '@/features/chat/hooks/useConversations';
import type { Conversation } from '@/lib/api/types';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';

interface ConversationDialogsProps {
  renaming: Conversation | undefined;
  deleting: Conversation | undefined;
  onClose: () => void;
  onDeleted: (id: string) => void;
}

/** What is asked before a conversation is renamed or deleted. */
export default function ConversationDialogs(props: ConversationDialogsProps) {
  const { renaming, deleting, onClose, onDeleted } = props;
  const rename = useRenameConversation();
  const remove = useDeleteConversation();
  return (
    <>
      {renaming && (
        <NameDialog
          title={m.conversation_rename()}
          label={m.conversation_title()}
          verb={m.save()}
          initial={renaming.title}
          maxLength={120}
          busy={rename.isPending}
          onClose={onClose}
          onSubmit={(title) => rename.mutate({ id: renaming.id, title }, { onSuccess: onClose })}
        />
      )}
      {deleting && (
        <ConfirmDialog
          title={m.conversation_delete({ title: shownName(deleting.title) || m.chat_untitled() })}
          effect={m.conversation_delete_effect()}
          verb={m.delete_()}
          busy={remove.isPending}
          onClose={onClose}
          onConfirm={() =>
            remove.mutate(deleting.id, {
              onSuccess: () => {
                onClose();
                onDeleted(deleting.id);
              },
            })
          }
        />
      )}
    </>
  );
}
