import { ChartColumn, FlaskConical, ListChecks, Users } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { useSaveTool, useToolSteps } from '@/features/tools/hooks/useTools';
import type { Tool } from '@/lib/api/types';
import { toastError } from '@/lib/toasts';
import { draftOf, isFixed, tidy, toolName, wordsOf } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import { OutdatedActions } from '../OutdatedActions';
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
import { LeftNotice } from './LeftNotice';
import { useAutosave } from './useAutosave';
import { useEdit } from './useEdit';

const TryPanel = lazy(() => import('./TryPanel'));

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
  const put = useSaveTool(tool.id);
  const newest = useRef(tool.version);
  const [trying, setTrying] = useState(false);
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
  const save = async (version: number): Promise<boolean> => {
    const result = await put(version, wanted);
    if (result === 'conflict') {
      await onReload();
      return false;
    }
    edit.savedAs(result.version);
    newest.current = result.version;
    return true;
  };
  const overtaken = dirty && edit.overtaken;
  const { saving, flush } = useAutosave(
    dirty && named && !overtaken ? JSON.stringify(wanted) : undefined,
    () => save(edit.since),
  );
  const saveAndAsk = () =>
    void flush().then((done) => {
      if (done) setDialog({ submits: Math.max(newest.current, tool.version) });
    });
  const busy = saving.state === 'saving';
  const handedIn = tool.status === 'LIVE' && !dirty;
  return (
    <>
      <section className="min-w-0 flex-1 overflow-y-auto px-4 pb-8 lg:px-8" aria-label={toolName(tool)}>
        <div className="mx-auto max-w-3xl">
          <EditorHeader
            title={wordsOf(wanted.name) || toolName(tool)}
            dirty={fixed ? undefined : dirty}
            saving={saving}
          >
            {!trying && (
              <Button icon={<Icon of={FlaskConical} size={16} />} onClick={() => setTrying(true)}>
                {m.studio_try()}
              </Button>
            )}
            <Button
              icon={<Icon of={ListChecks} size={16} />}
              onClick={() => void navigate(`/studio/${tool.id}/golden`)}
            >
              {m.golden()}
            </Button>
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
            {(tool.status === 'SUBMITTED' || tool.status === 'EVALUATING') && (
              <Button disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
                {m.studio_withdraw()}
              </Button>
            )}
            {dirty && !overtaken && (
              <Button disabled={!named || busy} onClick={() => void flush()}>
                {m.save()}
              </Button>
            )}
            {!fixed && !handedIn && (
              <Button
                look="primary"
                disabled={!complete || overtaken}
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
            <OutdatedActions
              tool={tool}
              busy={busy}
              onTake={
                fixed || overtaken || !named ? undefined : () => void save(edit.since).catch(toastError)
              }
            />
            {overtaken && (
              <ConflictNotice
                busy={busy}
                onLoad={edit.discard}
                onKeep={() => void save(tool.version).catch(toastError)}
              />
            )}
            {!fixed && edit.left && (
              <LeftNotice at={edit.left.at} onTake={edit.takeLeft} onDrop={edit.dropLeft} />
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
            toolId={tool.id}
            busy={submit.isPending}
            onClose={() => setDialog(undefined)}
            onSubmit={(note, percent) =>
              submit.mutate(
                { version: dialog.submits, note, percent },
                { onSettled: () => setDialog(undefined) },
              )
            }
          />
        )}
      </section>
      {trying && (
        <Suspense>
          <TryPanel tool={tool} onSave={flush} onClose={() => setTrying(false)} />
        </Suspense>
      )}
    </>
  );
}
