import { ChartColumn, Users } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { useSaveTool, useToolSteps } from '@/features/tools/hooks/useTools';
import type { Tool } from '@/lib/api/types';
import { draftOf, isFixed, tidy, toolName, wordsOf } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { ToolHistory } from '../ToolHistory';
import { ConflictNotice } from './ConflictNotice';
import { EditorHeader } from './EditorHeader';
import { CanaryPanel } from './CanaryPanel';
import { Releases } from './Releases';
import { StatusNotice } from './StatusNotice';
import { SubmitDialog } from './SubmitDialog';
import { ToolActs } from './ToolActs';
import { ToolForm } from './ToolForm';
import { ToolSharing } from './ToolSharing';
import { useEdit } from './useEdit';

interface EditorProps {
  tool: Tool;
  /** Reads again what the server has. */
  onReload: () => Promise<unknown>;
}

/** A tool being made: its form, where it stands, and the way to the reviewers. */
export function Editor({ tool, onReload }: EditorProps) {
  const navigate = useNavigate();
  const saved = draftOf(tool);
  const edit = useEdit(`studio-${tool.id}`, saved, tool.version);
  const saving = useSaveTool(tool.id);
  const { submit, withdraw } = useToolSteps(tool.id);
  const [dialog, setDialog] = useState<'share' | { submits: number }>();
  const fixed = isFixed(tool);
  // while it may not be changed, what others see is shown; what was written waits
  const draft = fixed ? saved : edit.draft;
  const dirty = !fixed && edit.dirty;
  const wanted = tidy(draft);
  const named = !!wordsOf(wanted.name);
  const complete = named && !!wanted.description && !!wanted.instructions;
  /** The version that was saved; nothing when somebody else was earlier. */
  const save = async (version: number): Promise<number | undefined> => {
    const result = await saving.mutateAsync({ version, draft: wanted });
    if (result === 'conflict') {
      await onReload();
      return undefined;
    }
    edit.savedAs(result.version);
    return result.version;
  };
  // what failed is told in a corner
  const saveNow = (version: number) => void save(version).catch(() => null);
  const saveAndAsk = () => {
    const first = dirty ? save(edit.since) : Promise.resolve(tool.version);
    void first.then((version) => version !== undefined && setDialog({ submits: version })).catch(() => null);
  };
  const overtaken = dirty && edit.overtaken;
  const handedIn = tool.status === 'LIVE' && !dirty;
  return (
    <section className="flex-1 overflow-y-auto px-4 pb-8 lg:px-8" aria-label={toolName(tool)}>
      <div className="mx-auto max-w-3xl">
        <EditorHeader title={wordsOf(wanted.name) || toolName(tool)} dirty={fixed ? undefined : dirty}>
          <Button icon={<Icon of={Users} size={16} />} onClick={() => setDialog('share')}>
            {m.studio_share()}
          </Button>
          {(tool.live || tool.status === 'RETIRED') && (
            <Button
              icon={<Icon of={ChartColumn} size={16} />}
              onClick={() => void navigate(`/studio/${tool.id}/analytics`)}
            >
              {m.analytics()}
            </Button>
          )}
          {tool.status === 'SUBMITTED' && (
            <Button disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
              {m.studio_withdraw()}
            </Button>
          )}
          {dirty && !overtaken && (
            <Button disabled={!named || saving.isPending} onClick={() => saveNow(edit.since)}>
              {m.save()}
            </Button>
          )}
          {!fixed && !handedIn && (
            <Button
              look="primary"
              disabled={!complete || overtaken || saving.isPending}
              title={complete ? undefined : m.studio_submit_needs()}
              onClick={saveAndAsk}
            >
              {dirty ? m.studio_submit_save() : m.studio_submit()}
            </Button>
          )}
          <ToolActs tool={tool} onDeleted={edit.discard} />
        </EditorHeader>
        <div className="mb-6 space-y-3">
          <StatusNotice tool={tool} />
          {overtaken && (
            <ConflictNotice
              busy={saving.isPending}
              onLoad={edit.discard}
              onKeep={() => saveNow(tool.version)}
            />
          )}
          {!fixed && !complete && <p className="text-sm text-ink-2">{m.studio_submit_needs()}</p>}
        </div>
        {tool.canary && <CanaryPanel tool={tool} canary={tool.canary} />}
        <ToolForm id={tool.id} draft={draft} onChange={edit.change} fixed={fixed} />
        {dirty && !overtaken && (
          <Button look="quiet" onClick={edit.discard}>
            {m.studio_discard()}
          </Button>
        )}
        <Releases tool={tool} />
        <ToolHistory tool={tool} />
      </div>
      {dialog === 'share' && <ToolSharing tool={tool} onClose={() => setDialog(undefined)} />}
      {typeof dialog === 'object' && (
        <SubmitDialog
          busy={submit.isPending}
          onClose={() => setDialog(undefined)}
          onSubmit={(note, percent) =>
            submit.mutate({ version: dialog.submits, note, percent }, { onSettled: () => setDialog(undefined) })
          }
        />
      )}
    </section>
  );
}
