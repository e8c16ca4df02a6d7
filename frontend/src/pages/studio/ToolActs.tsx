import { Archive, MoreHorizontal, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ConfirmDialog } from '@/components/molecules/ConfirmDialog';
import { Menu, type MenuItem } from '@/components/molecules/Menu';
import { useToolSteps } from '@/features/tools/hooks/useTools';
import type { Tool } from '@/lib/api/types';
import { toolName } from '@/lib/toolText';
import { m } from '@/paraglide/messages';

/** Whether it ever went out: then it is retired, else it can be deleted. */
const wasReleased = ({ status, live }: Tool) => !!live || status === 'LIVE' || status === 'RETIRED';
const isGoingOut = ({ status }: Tool) => status === 'APPROVED' || status === 'RELEASING';

/** How an owner ends a tool, each after its effect was read. */
export function ToolActs({ tool, onDeleted }: { tool: Tool; onDeleted: () => void }) {
  const navigate = useNavigate();
  const { retire, remove } = useToolSteps(tool.id);
  const [asking, setAsking] = useState<'retire' | 'delete'>();
  const close = () => setAsking(undefined);
  if (tool.role !== 'owner' || tool.status === 'RETIRED' || isGoingOut(tool)) return null;
  const items: MenuItem[] = [
    wasReleased(tool)
      ? { label: m.studio_retire(), icon: Archive, danger: true, onSelect: () => setAsking('retire') }
      : { label: m.studio_delete(), icon: Trash2, danger: true, onSelect: () => setAsking('delete') },
  ];
  const name = toolName(tool);
  return (
    <>
      <Menu label={m.studio_menu()} icon={MoreHorizontal} items={items} />
      {asking === 'retire' && (
        <ConfirmDialog
          title={m.studio_retire_title({ name })}
          effect={m.studio_retire_effect()}
          verb={m.studio_retire()}
          busy={retire.isPending}
          onClose={close}
          onConfirm={() => retire.mutate(undefined, { onSettled: close })}
        />
      )}
      {asking === 'delete' && (
        <ConfirmDialog
          title={m.studio_delete_title({ name })}
          effect={m.studio_delete_effect()}
          verb={m.delete_()}
          busy={remove.isPending}
          onClose={close}
          onConfirm={() =>
            remove.mutate(undefined, {
              onError: close,
              onSuccess: () => {
                onDeleted();
                void navigate('/studio', { replace: true });
              },
            })
          }
        />
      )}
    </>
  );
}
