import { Ban } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ToolMark } from '@/components/atoms/ToolMark';
import { EmptyState } from '@/components/molecules/EmptyState';
import { ErrorState } from '@/components/molecules/ErrorState';
import { Composer } from '@/components/organisms/Composer';
import { RunForm } from '@/components/organisms/RunForm';
import { takeDocument } from '@/features/library/formDocument';
import { useStoreTool } from '@/features/tools/hooks/useStoreTools';
import { ProblemError } from '@/lib/api/problem';
import { useDraft } from '@/lib/drafts';
import type { FormValues } from '@/lib/formValues';
import { toastError } from '@/lib/toasts';
import { toolName, wordsOf } from '@/lib/toolText';
import { m } from '@/paraglide/messages';
import BudgetNotice from './BudgetNotice';
import ToolComposer from './ToolComposer';

interface ToolBeginningProps {
  toolId: string;
  onAsk: (text: string, form?: FormValues) => Promise<void>;
}

/** The beginning of a conversation with a tool: what it is for, and its first questions. */
export default function ToolBeginning({ toolId, onAsk }: ToolBeginningProps) {
  const [text, setText] = useDraft(`tool-${toolId}`);
  const [busy, setBusy] = useState(false);
  const query = useStoreTool(toolId);
  const tool = query.data;
  const ask = (question: string, form?: FormValues) => {
    if (busy) return;
    setBusy(true);
    (form ? onAsk(question, form) : onAsk(question))
      .then(() => setText(''))
      .catch((error: unknown) => {
        setBusy(false);
        toastError(error);
      });
  };
  if (query.error instanceof ProblemError && query.error.problem.status === 404)
    return (
      <EmptyState
        icon={Ban}
        title={m.store_gone()}
        action={
          <Link to="/store" className="font-semibold text-accent underline underline-offset-4">
            {m.store_back()}
          </Link>
        }
      >
        {m.store_gone_text()}
      </EmptyState>
    );
  if (query.error && !tool) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className="flex flex-1 flex-col overflow-y-auto px-4">
      <div className="mx-auto flex w-full max-w-[720px] flex-1 flex-col justify-center py-8">
        {tool ? (
          <>
            <ToolMark icon={tool.icon} id={tool.id} size="lg" />
            <h2 className="mt-5 text-2xl font-semibold text-balance [overflow-wrap:anywhere]">
              {toolName(tool)}
            </h2>
            <p className="mt-1 mb-6 line-clamp-4 text-ink-2 [overflow-wrap:anywhere]">
              {wordsOf(tool.description)}
            </p>
          </>
        ) : (
          <div className="mb-6">
            <Skeleton rows={3} className="h-8" />
          </div>
        )}
        <BudgetNotice />
        {tool?.inputs.length ? (
          <RunForm
            inputs={tool.inputs}
            busy={busy}
            takeDocument={takeDocument}
            onRun={(values, words) => ask(words, values)}
          />
        ) : (
          <Composer
            text={text}
            onText={setText}
            onSend={ask}
            stopping={busy}
            notYet={!tool}
            tools={<ToolComposer toolId={toolId} place="new" text={text} history={0} />}
          />
        )}
        {!!tool?.starters.length && !tool.inputs.length && (
          <ul className="mt-5 grid gap-2 sm:grid-cols-2" aria-label={m.tool_starters()}>
            {tool.starters.map(wordsOf).map((starter) => (
              <li key={starter}>
                <button
                  type="button"
                  onClick={() => setText(starter)}
                  className="h-full w-full rounded-lg border border-line px-4 py-3 text-left text-sm text-ink-2 transition-colors duration-150 [overflow-wrap:anywhere] hover:border-line-strong hover:bg-surface hover:text-ink"
                >
                  {starter}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
