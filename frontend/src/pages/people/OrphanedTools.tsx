import { PackageCheck } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { ToolMark } from '@/components/atoms/ToolMark';
import { Dialog } from '@/components/molecules/Dialog';
import { EmptyState } from '@/components/molecules/EmptyState';
import { FactsLine } from '@/components/molecules/FactsLine';
import { PagedList } from '@/components/organisms/PagedList';
import { useOrphanedTools } from '@/features/tools/hooks/useOrphanedTools';
import type { OrphanedTool } from '@/lib/api/types';
import { shownName } from '@/lib/shownName';
import { toolName } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { SubjectPicker, type Picked } from '../usage/SubjectPicker';

/** Tools whose owners left, for administrators: what each is called, who had it, and who is to answer for it now. */
export default function OrphanedTools() {
  const { query, handOver } = useOrphanedTools();
  const [giving, setGiving] = useState<OrphanedTool>();
  const [picked, setPicked] = useState<Picked>();
  const close = () => {
    setGiving(undefined);
    setPicked(undefined);
  };
  return (
    <>
      <p className="mb-3 text-sm text-ink-2">{m.orphans_text()}</p>
      <PagedList
        query={query}
        label={m.orphans_tab()}
        empty={
          <EmptyState icon={PackageCheck} title={m.orphans_empty()}>
            {m.orphans_empty_text()}
          </EmptyState>
        }
      >
        {(tool) => (
          <div className="flex flex-wrap items-center gap-3 px-4 py-3">
            <ToolMark icon={tool.icon} id={tool.id} />
            <div className="min-w-0 flex-1 basis-40">
              <p className="truncate font-semibold">{toolName(tool)}</p>
              <FactsLine
                facts={[
                  m.orphan_owners({ names: tool.owners.map(shownName).join(', ') }),
                  tool.inUse ? m.orphan_in_use() : m.orphan_unused(),
                ]}
              />
            </div>
            <Button
              aria-label={m.orphan_give_title({ name: toolName(tool) })}
              onClick={() => setGiving(tool)}
            >
              {m.orphan_give()}
            </Button>
          </div>
        )}
      </PagedList>
      {giving && (
        <Dialog
          title={m.orphan_give_title({ name: toolName(giving) })}
          onClose={close}
          footer={
            <>
              <Button onClick={close}>{m.cancel()}</Button>
              <Button
                look="primary"
                disabled={!picked || handOver.isPending}
                onClick={() =>
                  picked && handOver.mutate({ toolId: giving.id, personId: picked.id }, { onSuccess: close })
                }
              >
                {m.orphan_give()}
              </Button>
            </>
          }
        >
          <p className="mb-4 text-sm text-ink-2">{m.orphan_give_effect()}</p>
          <SubjectPicker somebody scope="person" picked={picked} onPick={setPicked} />
        </Dialog>
      )}
    </>
  );
}
