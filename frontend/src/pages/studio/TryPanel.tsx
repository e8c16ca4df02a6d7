import { RotateCcw, ScanSearch, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { IconButton } from '@/components/atoms/IconButton';
import { Composer } from '@/components/organisms/Composer';
import { RunForm } from '@/components/organisms/RunForm';
import { useBeginConversation, useConversation } from '@/features/chat/hooks/useConversation';
import { takeDocument } from '@/features/library/formDocument';
import type { Citation, Tool } from '@/lib/api/types';
import type { FormValues } from '@/lib/formValues';
import { useDraft } from '@/lib/drafts';
import { toastError } from '@/lib/toasts';
import { wordsOf } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import Thread from '../chat/Thread';
import { TryFound } from './TryFound';

const Source = lazy(() => import('../chat/Source'));

interface TryPanelProps {
  /** As it is saved. */
  tool: Tool;
  /** Saves what is written before it is tried; says whether it was. */
  onSave: () => Promise<boolean>;
  onClose: () => void;
}

/** A tool tried as it is being made, beside its form. */
export default function TryPanel({ tool, onSave, onClose }: TryPanelProps) {
  const [id, setId] = useState<string>();
  const [finding, setFinding] = useState(false);
  const [busy, setBusy] = useState(false);
  const [citation, setCitation] = useState<Citation>();
  const [text, setText] = useDraft(`try-${tool.id}`);
  const conversation = useConversation(id);
  const begin = useBeginConversation();
  const start = async (question: string, form?: FormValues) => {
    if (busy) return;
    setBusy(true);
    try {
      if (await onSave()) {
        setId(await begin(question, { toolId: tool.id, draft: true }, form));
        setText('');
      }
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(false);
    }
  };
  const saved = (work: () => void) => void onSave().then((done) => done && work());
  const asked = conversation.path.findLast(({ message }) => message.role === 'user')?.message;
  const question = asked?.inputs
    ? asked.inputs.map(({ value, fileName }) => fileName ?? value).join('\n')
    : asked?.text;
  return (
    <aside
      aria-label={m.studio_try_title()}
      className="fixed inset-0 z-20 flex min-h-0 flex-col bg-paper lg:static lg:w-[46%] lg:shrink-0 lg:border-l lg:border-line"
    >
      <header className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-3">
        <h2 className="min-w-0 flex-1 font-semibold">{m.studio_try_title()}</h2>
        <Button
          look="quiet"
          aria-pressed={finding}
          icon={<Icon of={ScanSearch} size={16} />}
          onClick={() => setFinding(!finding)}
        >
          {m.studio_try_found()}
        </Button>
        {id && (
          <Button look="quiet" icon={<Icon of={RotateCcw} size={16} />} onClick={() => setId(undefined)}>
            {m.studio_try_anew()}
          </Button>
        )}
        <IconButton icon={X} label={m.close()} onClick={onClose} />
      </header>
      {finding && <TryFound question={question} collectionIds={tool.collectionIds} />}
      {id ? (
        <Thread
          key={id}
          conversation={{
            ...conversation,
            ask: (...given) => saved(() => conversation.ask(...given)),
            regenerate: (...given) => saved(() => conversation.regenerate(...given)),
          }}
          onOpenCitation={setCitation}
          trial={tool}
        />
      ) : (
        <div className="min-h-0 flex-1 space-y-4 overflow-y-auto p-4">
          <p className="text-sm text-ink-2">{m.studio_try_text()}</p>
          {tool.inputs.length ? (
            <RunForm
              key={JSON.stringify(tool.inputs)}
              inputs={tool.inputs}
              busy={busy}
              takeDocument={takeDocument}
              onRun={(values, words) => void start(words, values)}
            />
          ) : (
            <>
              <Composer
                text={text}
                onText={setText}
                onSend={(words) => void start(words)}
                stopping={busy}
                notYet={busy}
              />
              {tool.starters.map(wordsOf).map((starter) => (
                <button
                  key={starter}
                  type="button"
                  onClick={() => setText(starter)}
                  className="block w-full rounded-lg border border-line px-4 py-3 text-left text-sm text-ink-2 transition-colors duration-150 [overflow-wrap:anywhere] hover:border-line-strong hover:bg-surface hover:text-ink"
                >
                  {starter}
                </button>
              ))}
            </>
          )}
        </div>
      )}
      {citation && (
        <Suspense>
          <Source citation={citation} onClose={() => setCitation(undefined)} />
        </Suspense>
      )}
    </aside>
  );
}
