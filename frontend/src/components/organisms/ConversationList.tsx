import { Blocks, MessageSquarePlus, MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { NavLink } from 'react-router';
import type { Conversation } from '@/lib/api/types';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { Icon } from '../atoms/Icon';
import { Skeleton } from '../atoms/Skeleton';
import { ErrorState } from '../molecules/ErrorState';
import { Menu } from '../molecules/Menu';
import { SearchField } from '../molecules/SearchField';

interface ConversationListProps {
  conversations: Conversation[] | undefined;
  error: unknown;
  searching: boolean;
  onSearch: (query: string) => void;
  onRetry: () => void;
  onMore?: (() => void) | undefined;
  onNew: () => void;
  onRename: (conversation: Conversation) => void;
  onDelete: (conversation: Conversation) => void;
  onLeave: () => void;
}

/** Earlier conversations with search, renaming and deleting. */
export function ConversationList(props: ConversationListProps) {
  const { conversations, error, searching, onSearch, onRetry, onMore, onNew, onRename, onDelete, onLeave } =
    props;
  return (
    <nav aria-label={m.history()} className="flex h-full min-h-0 flex-col">
      <div className="space-y-2 p-3">
        <Button className="w-full" icon={<Icon of={MessageSquarePlus} />} onClick={onNew}>
          {m.chat_new()}
        </Button>
        <SearchField label={m.history_search()} onSearch={onSearch} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
        {error ? (
          <ErrorState error={error} onRetry={onRetry} />
        ) : !conversations ? (
          <div className="p-2">
            <Skeleton rows={6} className="h-6" />
          </div>
        ) : conversations.length === 0 ? (
          <p className="px-3 py-6 text-center text-sm text-ink-2">
            {searching ? m.history_nothing_found() : m.history_empty()}
          </p>
        ) : (
          <ul className="space-y-0.5">
            {conversations.map((conversation) => (
              <li key={conversation.id} className="group relative">
                <NavLink
                  to={`/c/${conversation.id}`}
                  onClick={onLeave}
                  className={({ isActive }) =>
                    `flex items-center gap-2 rounded-md py-2 pr-9 pl-3 text-sm transition-colors duration-150 hover:bg-sunken ${isActive ? 'bg-sunken font-semibold text-ink' : 'text-ink-2'}`
                  }
                >
                  {conversation.toolId && (
                    <span title={m.tool_conversation()} className="text-ink-2">
                      <Icon of={Blocks} size={14} />
                      <span className="sr-only">{m.tool_conversation()}</span>
                    </span>
                  )}
                  <span className="truncate">{shownName(conversation.title) || m.chat_untitled()}</span>
                </NavLink>
                <span className="absolute top-0.5 right-0.5 opacity-100 transition-opacity duration-150 group-focus-within:opacity-100 group-hover:opacity-100 lg:opacity-0">
                  <Menu
                    label={m.conversation_menu({ title: conversation.title || m.chat_untitled() })}
                    icon={MoreHorizontal}
                    items={[
                      { label: m.rename(), icon: Pencil, onSelect: () => onRename(conversation) },
                      {
                        label: m.delete_(),
                        icon: Trash2,
                        danger: true,
                        onSelect: () => onDelete(conversation),
                      },
                    ]}
                  />
                </span>
              </li>
            ))}
          </ul>
        )}
        {onMore && (
          <Button look="quiet" className="mt-2 w-full" onClick={onMore}>
            {m.more()}
          </Button>
        )}
      </div>
    </nav>
  );
}
